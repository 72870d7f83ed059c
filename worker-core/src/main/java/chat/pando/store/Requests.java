package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import chat.pando.matrix.ApiRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of the E2EE machine that the server has not settled yet, oldest first. */
public final class Requests {

    private static final int DIGITS = 12;

    private final RowReader reader;

    public Requests(RowReader reader) {
        this.reader = reader;
    }

    public List<PendingRequest> all(Reads reads) {
        List<Row> rows = reads.scan(Table.REQUESTS, KeyRange.all());
        return List.copyOf(reader.readAll(Table.REQUESTS, rows, Requests::decode).values());
    }

    public Optional<PendingRequest> get(Reads reads, String id) {
        return reader.read(Table.REQUESTS, reads.get(Table.REQUESTS, id), Requests::decode);
    }

    /**
     * An id for the next request: it sorts after those that are pending.
     *
     * @param random makes it differ from those of requests that are long settled
     */
    public String nextId(Reads reads, String random) {
        List<Row> last = reads.scan(Table.REQUESTS, KeyRange.all(), Direction.DESCENDING, 1);
        long number = last.isEmpty() ? 0 : Long.parseLong(last.get(0).key().substring(0, DIGITS)) + 1;
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits + "-" + random;
    }

    public void put(Draft draft, PendingRequest pending) {
        ApiRequest request = pending.request();
        JsonObject.Builder query = JsonObject.builder();
        request.query().forEach(query::put);
        JsonObject.Builder body = JsonObject.builder()
                .put("kind", pending.kind())
                .put("method", request.method())
                .put("path", request.path())
                .put("query", query.build())
                .put("about", pending.about());
        request.body().ifPresent(json -> body.put("body", json));
        draft.put(Table.REQUESTS, new Row(pending.id(), body.build().text()));
    }

    public void delete(Draft draft, String id) {
        draft.delete(Table.REQUESTS, id);
    }

    private static PendingRequest decode(JsonObject body, Row row) {
        Map<String, String> query = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> parameter : body.requireObject("query").members().entrySet()) {
            if (parameter.getValue() instanceof JsonString value) {
                query.put(parameter.getKey(), value.value());
            }
        }
        ApiRequest request = new ApiRequest(
                body.requireString("method"), body.requireString("path"), query, body.object("body"));
        return new PendingRequest(row.key(), body.requireString("kind"), request, body.requireObject("about"));
    }
}
