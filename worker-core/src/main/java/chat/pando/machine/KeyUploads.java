package chat.pando.machine;

import chat.pando.crypto.OneTimeKey;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.MatrixError;
import chat.pando.store.Draft;
import chat.pando.store.FallbackKey;
import chat.pando.store.KeyUploadState;
import chat.pando.store.OneTimeKeys;
import chat.pando.store.PendingRequest;
import chat.pando.store.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Publishes our device keys, one-time keys and fallback keys, one upload at a time (law 4).
 *
 * <p>The signed body of an upload is stored before it leaves. No key id is used for a second key, also after the server
 * has refused it: then the numbering skips ahead.
 */
final class KeyUploads {

    static final String ALGORITHM = "signed_curve25519";
    static final int TARGET = 50;

    private static final long HOUR = 3_600_000L;
    private static final long WEEK = 7 * 24 * HOUR;
    private static final int PRIVATE_KEYS_KEPT = 5_000;
    /** The trim reads every key, so it is done for many at once. */
    private static final int TRIMMED_AT_ONCE = 500;

    private static final Backoff AFTER_REFUSAL = new Backoff(1_000, HOUR);
    /** An honest server holds as many keys as it was given; one that doesn't must not make us upload in a circle. */
    private static final long AFTER_SHORT_COUNT = 60_000;

    private final Workbench bench;
    private final RequestQueue queue;
    private final OneTimeKeys oneTimeKeys;
    private final DeviceSignatures signing;
    private final DeviceKeys deviceKeys;

    KeyUploads(Workbench bench, RequestQueue queue) {
        this.bench = bench;
        this.queue = queue;
        oneTimeKeys = bench.tables().oneTimeKeys();
        signing = new DeviceSignatures(bench.host().primitives());
        deviceKeys = new DeviceKeys(signing);
    }

    /**
     * Takes in what a sync response says of our keys on the server.
     *
     * <p>While an upload is under way the counts may be from before it or after it, and so may those of the response
     * that was under way when the answer came: none of these is believed (F6).
     */
    void counted(Map<String, Long> counts, Optional<List<String>> unusedFallbacks, Draft draft) {
        KeyUploadState state = state(draft);
        if (state.progress().request().isPresent()) {
            return;
        }
        KeyUploadState.OneTime oneTime = state.oneTime();
        if (oneTime.countsToIgnore() > 0) {
            state.with(oneTime.ignoringCounts(oneTime.countsToIgnore() - 1)).write(draft);
            return;
        }
        KeyUploadState next = state.with(oneTime.withOnServer(counts.getOrDefault(ALGORITHM, 0L)));
        boolean used = unusedFallbacks.isPresent() && !unusedFallbacks.get().contains(ALGORITHM);
        if (used && next.fallback().current().filter(FallbackKey::published).isPresent()) {
            next = next.with(markUsed(next.fallback()).withUsed(true));
        }
        if (!next.equals(state)) {
            next.write(draft);
        }
    }

    /** Puts an upload into the queue where one is due and none is under way. */
    void plan(Draft draft) {
        KeyUploadState state = rotated(state(draft), draft);
        boolean underWay = state.progress().request().filter(id -> queue.isPending(draft, id)).isPresent();
        boolean mayUpload = !underWay && AFTER_REFUSAL.isOver(bench.now(), state.progress().notBefore());
        int missing = (int) Math.max(0, TARGET - state.oneTime().onServer());
        boolean fallbackDue = state.fallback().current().filter(key -> !key.published()).isPresent();
        if (mayUpload && (missing > 0 || fallbackDue || !state.devicePublished())) {
            upload(trimmed(state, draft), missing, draft);
        }
    }

    /** Takes in that the server has accepted an upload. */
    void answered(PendingRequest request, JsonObject response, Draft draft) {
        KeyUploadState state = state(draft);
        long uploaded = request.about().array("one_time_keys").orElse(JsonArray.EMPTY).size();
        long onServer = response.at("one_time_key_counts")
                .integer(ALGORITHM)
                .orElse(state.oneTime().onServer() + uploaded);
        KeyUploadState next = state.with(state.oneTime().withOnServer(onServer).ignoringCounts(1))
                .with(published(state.fallback(), request.about().string("fallback_key")))
                .with(state.progress().acceptedUntil(onServer < TARGET ? bench.now() + AFTER_SHORT_COUNT : 0));
        (request.about().has("device_keys") ? next.withDevicePublished() : next).write(draft);
    }

    /**
     * Takes in that the server will not have an upload: mostly because it holds another key of that id, from a past
     * that was lost here. The next upload uses ids beyond those that the server names, further beyond each time
     * (F5).
     */
    void refused(PendingRequest request, MatrixError error, Draft draft) {
        bench.host().log().warn("an upload of keys was refused with status " + error.status());
        KeyUploadState state = state(draft);
        long refusals = state.progress().refusals();
        long next = TakenKeyIds.skipPast(error.error(), state.oneTime().nextNumber(), refusals);
        state.with(state.oneTime().withNextNumber(next))
                .with(state.progress().refusedUntil(bench.now() + AFTER_REFUSAL.after(2 * refusals)))
                .write(draft);
    }

    /** A session was begun with this key, and its first message decrypted. */
    void used(OneTimeKeys.Held held, Draft draft) {
        KeyUploadState state = state(draft);
        if (held.fallback()) {
            String publicKey = held.key().publicKey().base64();
            if (state.fallback().current().filter(key -> key.publicKey().equals(publicKey)).isPresent()) {
                state.with(markUsed(state.fallback())).write(draft);
            }
            return;
        }
        oneTimeKeys.delete(draft, held.key().publicKey().base64());
        state.with(state.oneTime().withHeld(state.oneTime().held() - 1)).write(draft);
    }

    /** Drops the fallback key before the current one, an hour after the current one was first used (F21). */
    void dropOldFallback(Draft draft) {
        KeyUploadState state = state(draft);
        KeyUploadState.Fallback fallback = state.fallback();
        boolean due = fallback.current()
                .filter(key -> key.firstUsedAt().isPresent())
                .filter(key -> bench.now() >= key.firstUsedAt().getAsLong() + HOUR)
                .isPresent();
        if (due && fallback.previous().isPresent()) {
            oneTimeKeys.delete(draft, fallback.previous().get().publicKey());
            state.with(fallback.withoutPrevious()).write(draft);
        }
    }

    private KeyUploadState state(Reads reads) {
        return KeyUploadState.read(bench.rows(), reads).orElseGet(this::afterDamage);
    }

    /**
     * What to go on with where the state is damaged: everything is published anew, and the numbering goes on far beyond
     * where it can have been, because nobody makes a key each millisecond.
     */
    private KeyUploadState afterDamage() {
        KeyUploadState fresh = KeyUploadState.fresh();
        return fresh.with(fresh.oneTime().withNextNumber(bench.now()));
    }

    private KeyUploadState.Fallback markUsed(KeyUploadState.Fallback fallback) {
        return fallback.current().map(key -> fallback.withCurrent(key.usedAt(bench.now()))).orElse(fallback);
    }

    private static KeyUploadState.Fallback published(KeyUploadState.Fallback fallback, Optional<String> publicKey) {
        return fallback.current()
                .filter(key -> publicKey.equals(Optional.of(key.publicKey())))
                .map(key -> fallback.withCurrent(key.asPublished()))
                .orElse(fallback);
    }

    /**
     * The state with a new fallback key, where one is due: weekly, or when the current one was handed out and the one
     * before it is no longer needed. There are never more than two.
     */
    private KeyUploadState rotated(KeyUploadState state, Draft draft) {
        KeyUploadState.Fallback fallback = state.fallback();
        Optional<FallbackKey> current = fallback.current();
        boolean old = current.filter(key -> bench.now() >= key.createdAt() + WEEK).isPresent();
        boolean used = fallback.used() && fallback.previous().isEmpty();
        boolean due = current.isEmpty() || (current.get().published() ? old || used : lost(current.get(), draft));
        if (!due) {
            return state;
        }
        fallback.previous().ifPresent(key -> oneTimeKeys.delete(draft, key.publicKey()));
        long number = state.oneTime().nextNumber();
        OneTimeKey key = bench.olm().newOneTimeKeys(number, 1).get(0);
        oneTimeKeys.put(draft, key, true);
        FallbackKey next = new FallbackKey(key.publicKey().base64(), bench.now(), false, OptionalLong.empty());
        KeyUploadState rotated = state.with(state.oneTime().withNextNumber(number + 1)).with(fallback.rotatedTo(next));
        rotated.write(draft);
        return rotated;
    }

    private boolean lost(FallbackKey key, Draft draft) {
        return oneTimeKeys.get(draft, key.publicKey()).isEmpty();
    }

    private KeyUploadState trimmed(KeyUploadState state, Draft draft) {
        if (state.oneTime().held() < PRIVATE_KEYS_KEPT + TRIMMED_AT_ONCE) {
            return state;
        }
        return state.with(state.oneTime().withHeld(oneTimeKeys.trim(draft, PRIVATE_KEYS_KEPT)));
    }

    private void upload(KeyUploadState state, int missing, Draft draft) {
        List<OneTimeKey> fresh = bench.olm().newOneTimeKeys(state.oneTime().nextNumber(), missing);
        fresh.forEach(key -> oneTimeKeys.put(draft, key, false));
        JsonObject.Builder body = JsonObject.builder();
        JsonObject.Builder about = JsonObject.builder();
        if (!state.devicePublished()) {
            body.put("device_keys", deviceKeys.own(bench.self()));
            about.put("device_keys", true);
        }
        if (!fresh.isEmpty()) {
            body.put("one_time_keys", signed(fresh, false));
            about.put("one_time_keys", JsonArray.ofStrings(fresh.stream().map(OneTimeKey::keyId).toList()));
        }
        state.fallback()
                .current()
                .filter(key -> !key.published())
                .flatMap(key -> oneTimeKeys.get(draft, key.publicKey()))
                .ifPresent(held -> {
                    body.put("fallback_keys", signed(List.of(held.key()), true));
                    about.put("fallback_key", held.key().publicKey().base64());
                });
        String request = queue.post(draft, OutgoingRequest.Kind.KEYS_UPLOAD, body.build(), about.build());
        KeyUploadState.OneTime oneTime = state.oneTime();
        state.with(oneTime.withNextNumber(oneTime.nextNumber() + missing).withHeld(oneTime.held() + missing))
                .with(state.progress().sending(request))
                .write(draft);
    }

    private JsonObject signed(List<OneTimeKey> keys, boolean fallback) {
        List<JsonObject> unsigned = new ArrayList<>(keys.size());
        for (OneTimeKey key : keys) {
            JsonObject.Builder object = JsonObject.builder().put("key", key.publicKey().base64());
            if (fallback) {
                object.put("fallback", true);
            }
            unsigned.add(object.build());
        }
        List<JsonObject> signed = signing.signAll(unsigned, bench.self());
        JsonObject.Builder all = JsonObject.builder();
        for (int i = 0; i < keys.size(); i++) {
            all.put(ALGORITHM + ":" + keys.get(i).keyId(), signed.get(i));
        }
        return all.build();
    }
}
