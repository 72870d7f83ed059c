package chat.pando.relay.http;

import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.rooms.EventFilter;
import chat.pando.relay.rooms.Messages;
import chat.pando.relay.rooms.Receipts;
import chat.pando.relay.rooms.RoomReading;
import chat.pando.relay.rooms.Sending;
import chat.pando.relay.rooms.Typing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens in a room: sending, reading, receipts, typing. */
final class EventRoutes {

    private final Sending sending;
    private final RoomReading reading;
    private final Messages messages;
    private final Receipts receipts;
    private final Typing typing;
    private final String epoch;

    EventRoutes(Sending sending, RoomReading reading, Messages messages, Receipts receipts, Typing typing,
                String epoch) {
        this.sending = sending;
        this.reading = reading;
        this.messages = messages;
        this.receipts = receipts;
        this.typing = typing;
        this.epoch = epoch;
    }

    void addTo(Api api) {
        addSending(api);
        addReading(api);
        addMarks(api);
    }

    private void addSending(Api api) {
        api.put("/v3/rooms/{roomId}/send/{type}/{txnId}", call -> eventId(sending.message(call.who(),
                call.path("roomId"), call.path("type"), call.path("txnId"), call.body())));
        api.put("/v3/rooms/{roomId}/redact/{eventId}/{txnId}", call -> eventId(sending.redact(call.who(),
                call.path("roomId"), call.path("eventId"), call.path("txnId"), call.optionalBody())));
        api.put("/v3/rooms/{roomId}/state/{type}", call -> eventId(sending.state(call.userId(), call.path("roomId"),
                call.path("type"), "", call.body())));
        api.put("/v3/rooms/{roomId}/state/{type}/{key}", call -> eventId(sending.state(call.userId(),
                call.path("roomId"), call.path("type"), call.path("key"), call.body())));
    }

    private void addReading(Api api) {
        api.get("/v3/rooms/{roomId}/state", call -> reading.state(call.who(), call.path("roomId")));
        api.get("/v3/rooms/{roomId}/state/{type}", call -> state(call, ""));
        api.get("/v3/rooms/{roomId}/state/{type}/{key}", call -> state(call, call.path("key")));
        api.get("/v3/rooms/{roomId}/event/{eventId}",
                call -> reading.event(call.who(), call.path("roomId"), call.path("eventId")));
        api.get("/v3/rooms/{roomId}/context/{eventId}", call -> reading.context(call.who(), call.path("roomId"),
                call.path("eventId"), call.pageSize(), filter(call), epoch));
        api.get("/v3/rooms/{roomId}/messages", this::messages);
        api.get("/v3/rooms/{roomId}/members", call -> reading.members(call.who(), call.path("roomId"),
                call.query("membership"), call.query("not_membership"), call.cursor("at", epoch)));
        api.get("/v3/rooms/{roomId}/joined_members",
                call -> reading.joinedMembers(call.userId(), call.path("roomId")));
    }

    private void addMarks(Api api) {
        api.post("/v3/rooms/{roomId}/receipt/{type}/{eventId}", call -> {
            receipts.mark(call.userId(), call.path("roomId"), call.path("type"), call.path("eventId"),
                    Fields.text(call.optionalBody(), "thread_id"));
            return Json.object();
        });
        api.post("/v3/rooms/{roomId}/read_markers", call -> {
            ObjectNode body = call.body();
            for (String type : new String[] {Receipts.FULLY_READ, Receipts.READ, Receipts.READ_PRIVATE}) {
                Fields.text(body, type).ifPresent(eventId -> receipts.mark(call.userId(), call.path("roomId"), type,
                        eventId, Optional.empty()));
            }
            return Json.object();
        });
        api.put("/v3/rooms/{roomId}/typing/{userId}", this::typing);
    }

    private JsonNode typing(Call call) {
        if (!call.path("userId").equals(call.userId())) {
            throw MatrixError.forbidden("You can only type yourself");
        }
        ObjectNode body = call.body();
        if (Fields.flag(body, "typing").orElseThrow(() -> MatrixError.missingParam("typing"))) {
            typing.start(call.userId(), call.path("roomId"), Fields.number(body, "timeout").orElse(0L));
        } else {
            typing.stop(call.userId(), call.path("roomId"));
        }
        return Json.object();
    }

    private JsonNode state(Call call, String key) {
        boolean whole = call.query("format").filter("event"::equals).isPresent();
        return reading.state(call.who(), call.path("roomId"), call.path("type"), key, whole);
    }

    private JsonNode messages(Call call) {
        String direction = call.requireQuery("dir");
        if (!direction.equals("b") && !direction.equals("f")) {
            throw MatrixError.invalidParam("'dir' must be 'b' or 'f'");
        }
        return messages.page(call.who(), call.path("roomId"), direction.equals("b"), call.cursor("from", epoch),
                call.cursor("to", epoch), call.pageSize(), filter(call));
    }

    private static EventFilter filter(Call call) {
        return call.query("filter").map(text -> new EventFilter(Json.request(text.getBytes(StandardCharsets.UTF_8))))
                .orElse(EventFilter.ALL);
    }

    private static ObjectNode eventId(String id) {
        return Json.object().put("event_id", id);
    }
}
