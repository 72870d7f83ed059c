package chat.pando.e2e.proxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as it came over the wire.
 *
 * @param target path and query, still encoded
 */
public record WireRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue).findFirst();
    }
}
