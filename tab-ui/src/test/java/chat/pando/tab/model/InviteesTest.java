package chat.pando.tab.model;

import static chat.pando.tab.model.Given.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteesTest {

    @Test
    void userIdsStandBetweenCommas() {
        Invitees invitees = Invitees.parse(" @bob:x.org,@carol:y.org:8448 ,", ALICE);
        assertEquals(List.of("@bob:x.org", "@carol:y.org:8448"), invitees.users());
    }

    @Test
    void aBareNameIsOfTheOwnServer() {
        assertEquals(List.of("@bob:example.org"), Invitees.parse("bob, @bob", ALICE).users());
    }

    @Test
    void nobodyIsFine() {
        assertEquals(new Invitees(List.of(), Optional.empty()), Invitees.parse("  ", ALICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@:x.org", "@bob:", "@alice:example.org", "alice"})
    void whatCantBeInvitedIsNamed(String text) {
        assertTrue(Invitees.parse(text, ALICE).problem().isPresent());
    }
}
