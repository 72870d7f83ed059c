package chat.pando.core;

import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.AuthRequests;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.Homeserver;
import chat.pando.matrix.MatrixError;
import chat.pando.protocol.Problem.Code;
import java.util.Optional;

/** The login with a password (spec, section "Login"). */
final class Login {

    private final Homeserver homeserver;

    Login(Homeserver homeserver) {
        this.homeserver = homeserver;
    }

    /**
     * The server's answer, with user, device and token.
     *
     * @param device the device to take up again; empty for a new one
     */
    JsonObject login(String user, String password, Optional<DeviceId> device) {
        Answer answer = homeserver.call(AuthRequests.login(user, password, device));
        if (answer instanceof Answer.Ok ok) {
            return ok.body();
        }
        if (answer instanceof Answer.Refused refused) {
            throw refused(refused.error());
        }
        throw Refusals.unreachable();
    }

    private static Rejected refused(MatrixError error) {
        if (error.is("M_USER_DEACTIVATED")) {
            return new Rejected(Code.FORBIDDEN, "This account was deactivated.");
        }
        if (error.is("M_FORBIDDEN")) {
            return new Rejected(
                    Code.WRONG_PASSWORD, "Username and password don't match. Check both, then try again.");
        }
        if (error.status() == 400 && (error.is("M_UNKNOWN") || error.is("M_UNRECOGNIZED"))) {
            return new Rejected(
                    Code.FORBIDDEN, "This homeserver does not let people sign in with a password in other apps.");
        }
        return Refusals.of(error);
    }
}
