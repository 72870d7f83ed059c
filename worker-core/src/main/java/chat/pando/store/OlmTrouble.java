package chat.pando.store;

import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes badly between us and one other device.
 *
 * @param claimFailures how often in a row a key of the device was asked for in vain
 * @param claimAfter    the time before which none is asked for again
 * @param claim         the request that asks for one now
 * @param wedged        whether a message could not be decrypted since the last that could
 * @param unwedgedAt    when we last began a new session for that reason; 0 for never
 * @param resharedAt    when we last sent the room keys again because the device began anew; 0 for never
 * @param reshareDue    whether it has begun anew once more since then
 */
public record OlmTrouble(
        UserId user,
        DeviceId device,
        long claimFailures,
        long claimAfter,
        Optional<String> claim,
        boolean wedged,
        long unwedgedAt,
        long resharedAt,
        boolean reshareDue) {

    public OlmTrouble {
        Objects.requireNonNull(user);
        Objects.requireNonNull(device);
        Objects.requireNonNull(claim);
    }

    public static OlmTrouble none(UserId user, DeviceId device) {
        return new OlmTrouble(user, device, 0, 0, Optional.empty(), false, 0, 0, false);
    }

    public OlmTrouble claiming(String request) {
        return withClaim(claimFailures, claimAfter, Optional.of(request));
    }

    public OlmTrouble claimFailed(long again) {
        return withClaim(claimFailures + 1, again, Optional.empty());
    }

    public OlmTrouble claimed() {
        return withClaim(0, 0, Optional.empty());
    }

    /** The device has written to us, so that it can be written to. */
    public OlmTrouble reachable() {
        return withClaim(0, 0, claim).withWedged(false);
    }

    private OlmTrouble withClaim(long failures, long after, Optional<String> request) {
        return new OlmTrouble(user, device, failures, after, request, wedged, unwedgedAt, resharedAt, reshareDue);
    }

    public OlmTrouble withWedged(boolean isWedged) {
        return withUnwedging(isWedged, unwedgedAt);
    }

    public OlmTrouble unwedging(long now) {
        return withUnwedging(wedged, now);
    }

    private OlmTrouble withUnwedging(boolean isWedged, long at) {
        return new OlmTrouble(
                user, device, claimFailures, claimAfter, claim, isWedged, at, resharedAt, reshareDue);
    }

    /** This, without the memory of what was done before that time. */
    public OlmTrouble forgettingBefore(long time) {
        return new OlmTrouble(
                user,
                device,
                claimFailures,
                claimAfter,
                claim,
                wedged,
                unwedgedAt < time ? 0 : unwedgedAt,
                resharedAt < time ? 0 : resharedAt,
                reshareDue);
    }

    public OlmTrouble reshared(long now) {
        return withReshare(now, false);
    }

    public OlmTrouble withReshareDue() {
        return withReshare(resharedAt, true);
    }

    private OlmTrouble withReshare(long at, boolean due) {
        return new OlmTrouble(user, device, claimFailures, claimAfter, claim, wedged, unwedgedAt, at, due);
    }

    @Override
    public String toString() {
        return "OlmTrouble[" + claimFailures + " failed claims" + (wedged ? ", wedged]" : "]");
    }
}
