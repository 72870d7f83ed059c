package chat.pando.lab.sim.server;

import chat.pando.crypto.GroupMessage;
import chat.pando.host.CryptoException;
import chat.pando.host.HttpRequest;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.jvm.NanoJson;
import chat.pando.lab.sim.Laws;
import chat.pando.lab.sim.Laws.Law;
import chat.pando.store.KeyRange;
import chat.pando.store.Reads;
import chat.pando.store.Table;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The laws about what leaves a core, checked at each attempt, whether or not it arrives. */
public final class WireLaws {

    private final Homeserver server;
    private final Laws laws;
    private final NanoJson json = new NanoJson();
    private final Map<String, String> bodies = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final Map<String, String> transactions = new HashMap<>();
    private final Map<String, String> oneTimeKeys = new HashMap<>();
    private final Map<String, String> indices = new HashMap<>();
    private final Map<String, List<Exchange>> syncs = new HashMap<>();

    public WireLaws(Homeserver server, Laws laws) {
        this.server = server;
        this.laws = laws;
    }

    void attempt(Exchange exchange) {
        HttpRequest request = exchange.request();
        Optional<Device> device = server.device(request);
        if (device.isEmpty()) {
            return;
        }
        String path = URI.create(request.url()).getRawPath();
        if (path.endsWith("/sync")) {
            sync(exchange, device.get());
        } else if (path.endsWith("/keys/upload")) {
            durable(exchange, device.get(), Table.REQUESTS);
            oneTimeKeys(device.get(), body(request).at("one_time_keys"));
        } else if (path.contains("/sendToDevice/")) {
            durable(exchange, device.get(), Table.REQUESTS);
            sameBytes(device.get(), path, request);
        } else if (path.contains("/send/")) {
            durable(exchange, device.get(), Table.OUTBOX);
            sameBytes(device.get(), path, request);
            index(device.get(), body(request));
        }
    }

    /** Laws 1 and 3: at most one /sync of those that have the right to it, from a position that is durable. */
    private void sync(Exchange exchange, Device device) {
        List<Exchange> open = syncs.computeIfAbsent(device.token, token -> new ArrayList<>());
        open.removeIf(Exchange::over);
        if (open.stream().anyMatch(other -> collide(exchange.client(), other.client()))) {
            laws.broken(Law.TWO_SYNCS, "a second /sync of one device");
        }
        open.add(exchange);
        Optional.ofNullable(Homeserver.query(URI.create(exchange.request().url())).get("since"))
                .filter(since -> !stored(exchange, device, Table.META, "\"" + since + "\""))
                .ifPresent(since -> laws.broken(Law.POSITION_NOT_DURABLE, "a /sync from elsewhere"));
    }

    private static boolean collide(Client one, Client other) {
        return one == other || !one.mayBeOvertaken() && !other.mayBeOvertaken();
    }

    /** Law 2: what leaves is durable, to the byte. What is sent again may have been settled since. */
    private void durable(Exchange exchange, Device device, Table table) {
        String body = exchange.request().body().orElse("");
        if (left.add(device.token + " " + body) && !stored(exchange, device, table, body)) {
            laws.broken(Law.LEFT_BEFORE_DURABLE, "a request of " + device.id + " to " + table);
        }
    }

    private static boolean stored(Exchange exchange, Device device, Table table, String text) {
        Optional<Reads> reads = exchange.client().stored(device.user);
        return reads.isEmpty()
                || reads.get().scan(table, KeyRange.all()).stream().anyMatch(row -> row.body().contains(text));
    }

    /** Law 2: a retry sends the same bytes under the same id; what is encrypted is never the same twice. */
    private void sameBytes(Device device, String path, HttpRequest request) {
        String body = request.body().orElse("");
        String before = bodies.putIfAbsent(device.token + " " + path, body);
        if (before != null && !before.equals(body)) {
            laws.broken(Law.BYTES_CHANGED_ON_RETRY, "a transaction with two bodies");
        }
        String first = transactions.putIfAbsent(device.token + " " + body, path);
        if (body.contains("ciphertext") && first != null && !first.equals(path)) {
            laws.broken(Law.BYTES_CHANGED_ON_RETRY, "a ciphertext under two transactions");
        }
    }

    /** Law 4: a key id stands for one key. */
    private void oneTimeKeys(Device device, JsonObject keys) {
        for (Map.Entry<String, JsonValue> key : keys.members().entrySet()) {
            String before = oneTimeKeys.putIfAbsent(device.token + " " + key.getKey(), key.getValue().text());
            if (before != null && !before.equals(key.getValue().text())) {
                laws.broken(Law.DUPLICATE_ONE_TIME_KEY, "a key id stands for two keys");
            }
        }
    }

    /** Law 5: a Megolm index stands for one ciphertext. */
    private void index(Device device, JsonObject content) {
        Optional<String> ciphertext = content.string("ciphertext");
        if (ciphertext.isEmpty()) {
            return;
        }
        try {
            String place = content.requireString("session_id") + " " + GroupMessage.parse(ciphertext.get()).index();
            String before = indices.putIfAbsent(place, ciphertext.get());
            if (before != null && !before.equals(ciphertext.get())) {
                laws.broken(Law.MEGOLM_INDEX_REUSED, "two ciphertexts of " + device.id);
            }
        } catch (CryptoException malformed) {
            laws.broken(Law.FAULT_OF_THE_CORE, "a message that is none");
        }
    }

    private JsonObject body(HttpRequest request) {
        try {
            return json.parse(request.body().orElse("{}")) instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (JsonSyntaxException malformed) {
            throw new IllegalArgumentException("a body that is no JSON", malformed);
        }
    }
}
