package chat.pando.core;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.AuthRequests;
import chat.pando.matrix.Homeserver;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.UserId;
import chat.pando.protocol.Problem.Code;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The creation of an account (spec, section "Account registration"), where the homeserver asks for nothing but consent:
 * its user-interactive flow is the dummy one.
 */
final class Registration {

    private static final String DUMMY = "m.login.dummy";

    private final Homeserver homeserver;

    Registration(Homeserver homeserver) {
        this.homeserver = homeserver;
    }

    /** The localpart of what the person typed as the new name. */
    static String localpart(String typed) {
        String name = typed.strip();
        return UserId.parse(name).map(UserId::localpart).orElse(name).toLowerCase(Locale.ROOT);
    }

    /** The server's answer, with user, device and token. */
    JsonObject register(String username, String password) {
        Answer question = homeserver.call(AuthRequests.register(username, password, Optional.empty()));
        if (question instanceof Answer.Ok ok) {
            return ok.body();
        }
        Optional<JsonObject> auth = auth(question);
        Answer answer = homeserver.call(AuthRequests.register(username, password, auth));
        if (answer instanceof Answer.Ok ok) {
            return ok.body();
        }
        if (answer instanceof Answer.Refused refused) {
            throw isQuestion(refused.error()) ? tooManyQuestions() : refused(refused.error());
        }
        throw Refusals.unreachable();
    }

    /** What to answer to the server's question (spec, section "User-Interactive Authentication API"). */
    private static Optional<JsonObject> auth(Answer question) {
        if (!(question instanceof Answer.Refused refused)) {
            throw Refusals.unreachable();
        }
        MatrixError error = refused.error();
        if (!isQuestion(error)) {
            throw refused(error);
        }
        boolean dummyWillDo = error.body().array("flows").orElse(JsonArray.EMPTY).objects().stream()
                .map(flow -> flow.array("stages").orElse(JsonArray.EMPTY).strings())
                .anyMatch(List.of(DUMMY)::equals);
        if (!dummyWillDo) {
            throw tooManyQuestions();
        }
        return Optional.of(JsonObject.builder()
                .put("type", DUMMY)
                .put("session", error.body().string("session"))
                .build());
    }

    private static boolean isQuestion(MatrixError error) {
        return error.status() == 401 && error.body().array("flows").isPresent();
    }

    private static Rejected tooManyQuestions() {
        return new Rejected(
                Code.REGISTRATION_CLOSED,
                "This homeserver asks for more than a name and a password. Create the account on its own website,"
                        + " then sign in here.");
    }

    private static Rejected refused(MatrixError error) {
        return switch (error.errcode()) {
            case "M_USER_IN_USE", "M_EXCLUSIVE" -> new Rejected(
                    Code.USERNAME_TAKEN, "This username is taken. Choose another one, or sign in if it is yours.");
            case "M_INVALID_USERNAME" -> new Rejected(
                    Code.INVALID_USERNAME,
                    "This username can't be used. Use lower-case letters, digits and the characters . _ = - / only.");
            case "M_WEAK_PASSWORD" -> new Rejected(
                    Code.WEAK_PASSWORD, "The homeserver finds this password too weak. Choose a longer one.");
            case "M_PASSWORD_TOO_SHORT", "M_PASSWORD_NO_DIGIT", "M_PASSWORD_NO_UPPERCASE",
                    "M_PASSWORD_NO_LOWERCASE", "M_PASSWORD_NO_SYMBOL", "M_PASSWORD_IN_DICTIONARY" -> new Rejected(
                    Code.WEAK_PASSWORD,
                    "The homeserver finds this password too weak. Choose a longer one, of mixed characters.");
            case "M_FORBIDDEN", "M_UNRECOGNIZED" -> new Rejected(
                    Code.REGISTRATION_CLOSED,
                    "This homeserver does not accept new accounts. Choose another one, or ask its admin.");
            default -> Refusals.of(error);
        };
    }
}
