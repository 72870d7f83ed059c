package chat.pando.store;

import chat.pando.matrix.DeviceId;
import java.util.Objects;
import java.util.Optional;

/**
 * A room key that is missing, and what was done to get it.
 *
 * @param device   the owner's device that says it has made the session; empty where that isn't known
 * @param request  names the request in what is sent
 * @param attempts how often it was asked for
 * @param next     when it is asked for next
 * @param over     whether it isn't asked for any more: it was refused, or asked for often enough, or what came is all
 *                 that its owner gives
 */
public record WantedKey(
        InboundGroupSessions.Key key,
        Optional<DeviceId> device,
        String request,
        int attempts,
        long next,
        boolean over) {

    public WantedKey {
        Objects.requireNonNull(key);
        Objects.requireNonNull(device);
        Objects.requireNonNull(request);
    }

    /** It is missed now. */
    public static WantedKey missed(
            InboundGroupSessions.Key key, Optional<DeviceId> device, String request, long firstAttempt) {
        return new WantedKey(key, device, request, 0, firstAttempt, false);
    }

    public WantedKey asked(long again) {
        return new WantedKey(key, device, request, attempts + 1, again, false);
    }

    public WantedKey ended() {
        return new WantedKey(key, device, request, attempts, next, true);
    }

    /** Without names. */
    @Override
    public String toString() {
        return "WantedKey[" + attempts + (over ? " attempts, over]" : " attempts]");
    }
}
