package chat.pando.relay.sync;

import chat.pando.relay.accounts.PushRules;
import chat.pando.relay.json.Json;
import chat.pando.relay.keys.DeviceLists;
import chat.pando.relay.keys.OneTimeKeys;
import chat.pando.relay.keys.ToDevice;
import chat.pando.relay.log.Cursor;
import chat.pando.relay.log.Kind;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One answer to a sync, and whether it has anything to say. */
record SyncAnswer(ObjectNode body, boolean hasNews) {

    static SyncAnswer of(Window window, RoomsSection rooms, OneTimeKeys oneTimeKeys, String epoch) {
        ObjectNode body = Json.object();
        SyncRequest request = window.request();
        ToDevice.Batch toDevice = toDevice(window);
        body.put("next_batch", new Cursor(epoch, window.upTo(), toDevice.upTo()).toString());
        boolean news = rooms.put(body, window);
        news |= putAccountData(body, window);
        body.putObject("to_device").set("events", toDevice.events());
        news |= !toDevice.events().isEmpty();
        news |= !request.isInitial() && putDeviceLists(body, window);
        body.set("device_one_time_keys_count", oneTimeKeys.counts(window.handle(), window.who()));
        ArrayNode fallbacks = oneTimeKeys.unusedFallbacks(window.handle(), window.who());
        body.set("device_unused_fallback_key_types", fallbacks);
        body.set("org.matrix.msc2732.device_unused_fallback_key_types", fallbacks);
        body.putObject("presence").putArray("events");
        return new SyncAnswer(body, news || request.isInitial() || request.fullState());
    }

    private static ToDevice.Batch toDevice(Window window) {
        long after = window.request().since().map(Cursor::toDevice).orElse(0L);
        boolean hasNone = after == window.after() && !window.hasOwn(Kind.TO_DEVICE);
        return hasNone ? new ToDevice.Batch(Json.array(), window.upTo())
                : ToDevice.waiting(window.handle(), window.who(), after, window.upTo());
    }

    private static boolean putAccountData(ObjectNode body, Window window) {
        boolean news = AccountDataSection.put(body, window, "", window.after(), window.filter().accountData());
        ArrayNode events = (ArrayNode) body.path("account_data").path("events");
        boolean hasRules = events.valueStream()
                .anyMatch(event -> event.path("type").asString("").equals(PushRules.TYPE));
        if (window.request().isInitial() && !hasRules && window.filter().accountData().wantsType(PushRules.TYPE)) {
            events.addObject().put("type", PushRules.TYPE)
                    .set("content", PushRules.of(window.handle(), window.userId()));
        }
        return news;
    }

    private static boolean putDeviceLists(ObjectNode body, Window window) {
        boolean mayHaveChanged = window.news().hasAny(Kind.DEVICE_LIST) || window.news().hasAny(Kind.EVENT);
        DeviceLists.Delta delta = !mayHaveChanged ? DeviceLists.Delta.NONE
                : DeviceLists.between(window.handle(), window.userId(), window.after(), window.upTo());
        ObjectNode lists = body.putObject("device_lists");
        put(lists, "changed", delta.changed());
        put(lists, "left", delta.left());
        return !delta.changed().isEmpty() || !delta.left().isEmpty();
    }

    private static void put(ObjectNode lists, String name, Set<String> userIds) {
        userIds.forEach(lists.putArray(name)::add);
    }
}
