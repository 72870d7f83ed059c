package chat.pando.store;

import chat.pando.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the publication of our keys has come.
 *
 * @param devicePublished whether the server has acknowledged the device keys
 */
public record KeyUploadState(
        boolean devicePublished, OneTime oneTime, Fallback fallback, Progress progress) {

    private static final String KEY = "e2ee/uploads";

    public KeyUploadState {
        Objects.requireNonNull(oneTime);
        Objects.requireNonNull(fallback);
        Objects.requireNonNull(progress);
    }

    /**
     * The one-time keys.
     *
     * @param nextNumber     the number of the next one-time or fallback key; no number is used twice
     * @param onServer       how many the server holds, as far as we know
     * @param countsToIgnore how many sync responses to come may still show a count from before the last upload's answer
     * @param held           how many private halves we hold
     */
    public record OneTime(long nextNumber, long onServer, long countsToIgnore, long held) {

        public OneTime withNextNumber(long number) {
            return new OneTime(Math.max(nextNumber, number), onServer, countsToIgnore, held);
        }

        public OneTime withOnServer(long count) {
            return new OneTime(nextNumber, count, countsToIgnore, held);
        }

        public OneTime ignoringCounts(long syncs) {
            return new OneTime(nextNumber, onServer, syncs, held);
        }

        public OneTime withHeld(long count) {
            return new OneTime(nextNumber, onServer, countsToIgnore, Math.max(0, count));
        }
    }

    /**
     * The fallback keys.
     *
     * @param used     whether the server says that the current one was handed out
     * @param current  the one on the server, or on its way there
     * @param previous the one before, for messages that are still under way
     */
    public record Fallback(boolean used, Optional<FallbackKey> current, Optional<FallbackKey> previous) {

        public Fallback {
            Objects.requireNonNull(current);
            Objects.requireNonNull(previous);
        }

        public Fallback withUsed(boolean isUsed) {
            return new Fallback(isUsed, current, previous);
        }

        public Fallback withCurrent(FallbackKey key) {
            return new Fallback(used, Optional.of(key), previous);
        }

        /** A new key takes the place of the current one. */
        public Fallback rotatedTo(FallbackKey key) {
            return new Fallback(false, Optional.of(key), current);
        }

        public Fallback withoutPrevious() {
            return new Fallback(used, current, Optional.empty());
        }
    }

    /**
     * The uploads themselves.
     *
     * @param request   the one that is under way: there is never another
     * @param refusals  how many the server refused in a row
     * @param notBefore the time before which none is tried
     */
    public record Progress(Optional<String> request, long refusals, long notBefore) {

        public static final Progress NONE = new Progress(Optional.empty(), 0, 0);

        public Progress {
            Objects.requireNonNull(request);
        }

        public Progress sending(String requestId) {
            return new Progress(Optional.of(requestId), refusals, notBefore);
        }

        public Progress refusedUntil(long time) {
            return new Progress(Optional.empty(), refusals + 1, time);
        }

        public Progress acceptedUntil(long time) {
            return new Progress(Optional.empty(), 0, time);
        }
    }

    /** Nothing is published yet. */
    public static KeyUploadState fresh() {
        Fallback none = new Fallback(false, Optional.empty(), Optional.empty());
        return new KeyUploadState(false, new OneTime(0, 0, 0, 0), none, Progress.NONE);
    }

    public KeyUploadState withDevicePublished() {
        return new KeyUploadState(true, oneTime, fallback, progress);
    }

    public KeyUploadState with(OneTime next) {
        return new KeyUploadState(devicePublished, next, fallback, progress);
    }

    public KeyUploadState with(Fallback next) {
        return new KeyUploadState(devicePublished, oneTime, next, progress);
    }

    public KeyUploadState with(Progress next) {
        return new KeyUploadState(devicePublished, oneTime, fallback, next);
    }

    public static Optional<KeyUploadState> read(RowReader reader, Reads reads) {
        return reader.read(Table.META, reads.get(Table.META, KEY), (body, row) -> decode(body));
    }

    public void write(Draft draft) {
        JsonObject.Builder body = JsonObject.builder()
                .put("device_published", devicePublished)
                .put("next_number", oneTime.nextNumber)
                .put("on_server", oneTime.onServer)
                .put("counts_to_ignore", oneTime.countsToIgnore)
                .put("held", oneTime.held)
                .put("fallback_used", fallback.used)
                .put("request", progress.request)
                .put("refusals", progress.refusals)
                .put("not_before", progress.notBefore);
        fallback.current.ifPresent(key -> body.put("current_fallback", key.toJson()));
        fallback.previous.ifPresent(key -> body.put("previous_fallback", key.toJson()));
        draft.put(Table.META, new Row(KEY, body.build().text()));
    }

    private static KeyUploadState decode(JsonObject body) {
        return new KeyUploadState(
                body.requireBool("device_published"),
                new OneTime(
                        body.requireInteger("next_number"),
                        body.requireInteger("on_server"),
                        body.requireInteger("counts_to_ignore"),
                        body.requireInteger("held")),
                new Fallback(
                        body.requireBool("fallback_used"),
                        body.object("current_fallback").map(FallbackKey::fromJson),
                        body.object("previous_fallback").map(FallbackKey::fromJson)),
                new Progress(
                        body.string("request"), body.requireInteger("refusals"), body.requireInteger("not_before")));
    }
}
