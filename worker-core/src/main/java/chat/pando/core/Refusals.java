package chat.pando.core;

import chat.pando.matrix.Answer;
import chat.pando.matrix.MatrixError;
import chat.pando.protocol.Problem.Code;

/** What a homeserver's refusal means for a command, in words for the person who gave it. */
final class Refusals {

    private static final long SECOND = 1_000;

    private Refusals() {}

    /** The refusal as an exception to throw. */
    static Rejected of(Answer answer) {
        return answer instanceof Answer.Refused refused ? of(refused.error()) : unreachable();
    }

    static Rejected unreachable() {
        return new Rejected(
                Code.OFFLINE, "The homeserver can't be reached. Check your connection, then try again.");
    }

    static Rejected of(MatrixError error) {
        if (error.status() == 429) {
            return new Rejected(Code.RATE_LIMITED, "The homeserver was asked too often. " + when(error));
        }
        if (error.endsSession()) {
            return new Rejected(
                    Code.SIGNED_OUT, "Your homeserver has ended this session. Sign out here, then sign in again.");
        }
        if (error.status() >= 500) {
            return new Rejected(
                    Code.SERVER_ERROR,
                    "The homeserver has trouble (error " + error.status() + "). Try again in a few minutes.");
        }
        if (error.foreign()) {
            return new Rejected(
                    Code.NOT_A_HOMESERVER,
                    "Something else answers in place of the homeserver. Do you have to sign in to this network?");
        }
        return refused(error);
    }

    private static Rejected refused(MatrixError error) {
        if (error.status() == 403) {
            return new Rejected(Code.FORBIDDEN, "The homeserver does not allow this" + reason(error));
        }
        if (error.status() == 404) {
            return new Rejected(Code.UNKNOWN_ROOM, "The homeserver does not know this room.");
        }
        return new Rejected(
                Code.SERVER_ERROR, "The homeserver refuses this (error " + error.status() + ")" + reason(error));
    }

    /** The server's own words, where it says any. */
    private static String reason(MatrixError error) {
        return error.error().strip().isEmpty() ? "." : ": “" + error.error() + "”.";
    }

    private static String when(MatrixError error) {
        long seconds = (error.retryAfterMillis().orElse(0) + SECOND - 1) / SECOND;
        if (seconds <= 0) {
            return "Wait a moment, then try again.";
        }
        return "Wait " + seconds + (seconds == 1 ? " second" : " seconds") + ", then try again.";
    }
}
