package chat.pando.core;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The room of a {@link FakeHomeserver}: its events in order, under whose monitor it is read and written. */
final class FakeRoom {

    /** No page of earlier events holds more than this, whatever is asked for. */
    private static final int MOST_IN_A_PAGE = 10;

    private final List<JsonObject> events = new ArrayList<>();
    private final Map<String, String> sent = new LinkedHashMap<>();
    private int timelineLimit = 50;
    private boolean tellsTransactions = true;

    void timelineLimit(int limit) {
        timelineLimit = limit;
    }

    void tellsTransactions(boolean tells) {
        tellsTransactions = tells;
    }

    int size() {
        return events.size();
    }

    /** All that was ever sent to it, in order. */
    List<JsonObject> events() {
        return List.copyOf(events);
    }

    void state(String sender, String type, String key, JsonObject content) {
        add(sender, type, Optional.of(key), content, Optional.empty());
    }

    /** Adds an event that comes without a transaction. Answers its id. */
    String message(String sender, String type, JsonObject content) {
        return add(sender, type, Optional.empty(), content, Optional.empty());
    }

    /** Adds an event, or finds the one that this transaction has added before. Answers its id. */
    String message(String sender, String type, JsonObject content, String transaction) {
        return sent.computeIfAbsent(
                transaction, key -> add(sender, type, Optional.empty(), content, Optional.of(transaction)));
    }

    /** Empties an event. */
    void redact(String target) {
        events.replaceAll(event -> event.requireString("event_id").equals(target)
                ? event.toBuilder()
                        .put("content", JsonObject.EMPTY)
                        .put("unsigned", JsonObject.builder().put("redacted_by", "$redaction").build())
                        .build()
                : event);
    }

    private String add(
            String sender, String type, Optional<String> stateKey, JsonObject content, Optional<String> transaction) {
        String id = "$event-" + events.size();
        JsonObject.Builder event = JsonObject.builder()
                .put("event_id", id)
                .put("sender", sender)
                .put("type", type)
                .put("origin_server_ts", 1_000 + events.size())
                .put("state_key", stateKey)
                .put("content", content);
        transaction.filter(t -> tellsTransactions).ifPresent(t ->
                event.put("unsigned", JsonObject.builder().put("transaction_id", t).build()));
        events.add(event.build());
        return id;
    }

    /** What /sync tells of it to who has its first so many events. */
    JsonObject since(int since) {
        int from = Math.max(since, events.size() - timelineLimit);
        List<JsonValue> state = new ArrayList<>();
        events.subList(since, from).stream().filter(event -> event.has("state_key")).forEach(state::add);
        JsonObject timeline = JsonObject.builder()
                .put("events", new JsonArray(List.copyOf(events.subList(from, events.size()))))
                .put("limited", from > since)
                .put("prev_batch", "before-" + from)
                .build();
        return JsonObject.builder()
                .put("timeline", timeline)
                .put("state", JsonObject.builder().put("events", new JsonArray(state)).build())
                .build();
    }

    /** Like a real one it gives earlier events newest first, and a token for more where there is more. */
    JsonObject page(Map<String, String> query) {
        int before = Integer.parseInt(query.get("from").substring("before-".length()));
        int first = Math.max(0, before - Math.min(MOST_IN_A_PAGE, Integer.parseInt(query.get("limit"))));
        List<JsonValue> chunk = new ArrayList<>();
        for (int i = before - 1; i >= first; i--) {
            chunk.add(events.get(i));
        }
        JsonObject.Builder page = JsonObject.builder().put("chunk", new JsonArray(chunk));
        if (first > 0) {
            page.put("end", "before-" + first);
        }
        return page.build();
    }
}
