package chat.pando.tab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.pando.protocol.Connection;
import chat.pando.protocol.Connection.State;
import chat.pando.protocol.Problem;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

    @ParameterizedTest
    @EnumSource
    void everyStateHasWords(State state) {
        assertFalse(Status.of(connection(state, OptionalLong.empty()), 0).words().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "1000, Offline. Trying again.",
        "12000, Offline. Next try in about 15 seconds.",
        "60000, Offline. Next try in about 60 seconds.",
        "120000, Offline. Next try in about 2 minutes."
    })
    void theNextTryIsNamed(long in, String words) {
        assertEquals(words, Status.of(connection(State.OFFLINE, OptionalLong.of(1_000_000 + in)), 1_000_000).words());
    }

    @Test
    void theReasonComesFirst() {
        Problem problem = new Problem(Problem.Code.RATE_LIMITED, "The server asks to slow down.");
        Status status = Status.of(new Connection(State.WAITING, OptionalLong.empty(), Optional.of(problem)), 0);
        assertEquals("The server asks to slow down.", status.words());
        assertEquals(Status.Remedy.TRY_NOW, status.remedy());
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasItsPlaceOnTheSignInScreen(Problem.Code code) {
        assertEquals(code == Problem.Code.WRONG_PASSWORD || code == Problem.Code.WEAK_PASSWORD,
                SignInField.of(code) == SignInField.PASSWORD);
    }

    private static Connection connection(State state, OptionalLong retryAt) {
        return new Connection(state, retryAt, Optional.empty());
    }
}
