package chat.pando.machine;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.InboundGroupSessions;
import chat.pando.store.Reads;
import chat.pando.store.WantedKey;
import chat.pando.store.WantedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Asks for room keys that are missing: the device that has written what can't be read, and nobody else, as only that
 * one's word for its key counts (spec, "m.room_key_request").
 *
 * <p>A key mostly comes with the message or just after it, so it isn't asked for at once; then again and again, ever
 * more rarely, until it comes, is refused, or was asked for {@value #MOST_ATTEMPTS} times.
 */
final class KeyWishes {

    static final long FIRST_MILLIS = 8_000;
    static final int MOST_ATTEMPTS = 10;

    private static final String TYPE = "m.room_key_request";
    private static final Backoff AGAIN = new Backoff(90_000, 6 * 3_600_000L);
    private static final int MOST = 128;
    private static final int FORGOTTEN_AT_ONCE = 256;
    private static final long OVER_KEPT_MILLIS = 24 * 3_600_000L;
    private static final int MOST_AT_ONCE = 64;
    private static final int RANDOM_BYTES = 12;
    private static final String EVERY_DEVICE = "*";

    private final Workbench bench;
    private final RequestQueue queue;
    private final WantedKeys wanted;

    KeyWishes(Workbench bench, RequestQueue queue) {
        this.bench = bench;
        this.queue = queue;
        wanted = bench.tables().wantedKeys();
    }

    /**
     * Something can't be read without these keys, or with what there is of them.
     *
     * @param missed with the device that says it has made each
     */
    void missed(Map<InboundGroupSessions.Key, Optional<DeviceId>> missed, Draft draft) {
        if (missed.isEmpty()) {
            return;
        }
        wanted.forgetOver(draft, bench.now() - OVER_KEPT_MILLIS, FORGOTTEN_AT_ONCE);
        int room = MOST - wanted.open(draft).size();
        for (Map.Entry<InboundGroupSessions.Key, Optional<DeviceId>> each : missed.entrySet()) {
            InboundGroupSessions.Key key = each.getKey();
            if (room > 0 && !isOwn(key, each.getValue()) && wanted.get(draft, key).isEmpty()) {
                String request = UnpaddedBase64.encode(bench.host().entropy().bytes(RANDOM_BYTES));
                wanted.put(draft, WantedKey.missed(
                        key, each.getValue(), request, bench.now() + spread(FIRST_MILLIS)));
                room--;
            }
        }
    }

    /** Whether this very device has made the session: then nobody else can have its key from us but has it already. */
    private boolean isOwn(InboundGroupSessions.Key key, Optional<DeviceId> device) {
        return key.owner().equals(bench.self().user()) && device.equals(Optional.of(bench.self().device()));
    }

    /** A key has come that reads more than what there was. */
    void improved(InboundGroupSessions.Key key, Draft draft) {
        wanted.get(draft, key).ifPresent(wish -> {
            wanted.delete(draft, key);
            if (wish.attempts() > 0 && wish.device().isEmpty()) {
                cancel(wish, draft); // who was the only one to be asked need not be told
            }
        });
    }

    /** Its owner has sent the key once more, as it was, or says that it won't: it isn't asked for any more. */
    void ended(InboundGroupSessions.Key key, Draft draft) {
        wanted.get(draft, key).filter(wish -> !wish.over()).ifPresent(wish -> wanted.put(draft, wish.ended()));
    }

    /** Asks for what is due. */
    void tidy(Draft draft) {
        List<WantedKey> due = new ArrayList<>();
        for (WantedKey wish : wanted.open(draft)) {
            if (due.size() < MOST_AT_ONCE && AGAIN.isOver(bench.now(), wish.next())) {
                due.add(wish);
            }
        }
        ask(due, draft);
        for (WantedKey wish : due) {
            WantedKey asked = wish.asked(bench.now() + spread(AGAIN.after(wish.attempts())));
            wanted.put(draft, asked.attempts() < MOST_ATTEMPTS ? asked : asked.ended());
        }
    }

    /** When a key is to be asked for next. */
    OptionalLong next(Reads reads) {
        return wanted.open(reads).stream().mapToLong(WantedKey::next).min();
    }

    /** Asks in as few requests as can be: a device gets one message in each. */
    private void ask(List<WantedKey> due, Draft draft) {
        List<WantedKey> rest = due;
        while (!rest.isEmpty()) {
            Map<UserId, Map<String, JsonObject>> round = new TreeMap<>();
            List<WantedKey> later = new ArrayList<>();
            for (WantedKey wish : rest) {
                Map<String, JsonObject> ofUser = round.computeIfAbsent(wish.key().owner(), user -> new TreeMap<>());
                if (ofUser.putIfAbsent(device(wish), request(wish)) != null) {
                    later.add(wish);
                }
            }
            send(round, draft);
            rest = later;
        }
    }

    private void send(Map<UserId, Map<String, JsonObject>> contents, Draft draft) {
        JsonObject.Builder messages = JsonObject.builder();
        contents.forEach((user, ofUser) -> {
            JsonObject.Builder devices = JsonObject.builder();
            ofUser.forEach(devices::put);
            messages.put(user.value(), devices.build());
        });
        queue.toDevice(draft, TYPE, messages.build(), JsonObject.EMPTY);
    }

    private void cancel(WantedKey wish, Draft draft) {
        JsonObject content = about(wish, "request_cancellation").build();
        send(Map.of(wish.key().owner(), Map.of(device(wish), content)), draft);
    }

    private JsonObject request(WantedKey wish) {
        RoomId room = wish.key().room();
        return about(wish, "request")
                .put("body", JsonObject.builder()
                        .put("algorithm", RoomEncryption.MEGOLM)
                        .put("room_id", room.value())
                        .put("session_id", wish.key().sessionId())
                        .build())
                .build();
    }

    private JsonObject.Builder about(WantedKey wish, String action) {
        return JsonObject.builder()
                .put("action", action)
                .put("request_id", wish.request())
                .put("requesting_device_id", bench.self().device().value());
    }

    private static String device(WantedKey wish) {
        return wish.device().map(DeviceId::value).orElse(EVERY_DEVICE);
    }

    /** A delay that is shorter by up to a third, so that not all devices ask at the same time. */
    private long spread(long millis) {
        byte[] random = bench.host().entropy().bytes(2);
        long part = (random[0] & 0xff) << 8 | random[1] & 0xff;
        return millis - millis * part / (3 << 16);
    }
}
