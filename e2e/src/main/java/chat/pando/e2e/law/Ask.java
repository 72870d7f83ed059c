package chat.pando.e2e.law;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request that a device has sent, whether the server got it or not.
 *
 * @param device whose token it carries, in any words
 * @param target path and query, still encoded
 * @param where  where it stands in its record, for people
 */
public record Ask(String device, String method, String target, byte[] body, String where) {

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    Optional<String> parameter(String name) {
        int query = target.indexOf('?');
        if (query >= 0) {
            for (String part : target.substring(query + 1).split("&")) {
                if (part.startsWith(name + "=")) {
                    return Optional.of(URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    boolean isSync() {
        return method.equals("GET") && path().endsWith("/sync");
    }

    boolean isKeyUpload() {
        return method.equals("POST") && path().endsWith("/keys/upload");
    }

    boolean isEncryptedEvent() {
        return method.equals("PUT") && path().contains("/send/m.room.encrypted/");
    }

    boolean isToDevice() {
        return method.equals("PUT") && path().contains("/sendToDevice/");
    }

    boolean isTransaction() {
        return isToDevice() || method.equals("PUT") && path().contains("/send/");
    }

    @Override
    public String toString() {
        return where + " " + device + " " + method + " " + path();
    }
}
