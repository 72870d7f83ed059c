package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Command;
import chat.pando.protocol.Problem;
import chat.pando.protocol.RoomSummary;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * A person who leaves a room, or is put out of it, and is invited again before this device hears of it is not in the room
 * any more: /sync tells the invitation only (spec, section "Syncing": each room is in the section of the membership now).
 */
class InvitedAgainTest {

    private final FakeHomeserver server = new FakeHomeserver(true);
    private final Profile profile = new Profile(server, Optional.empty());

    @Test
    void theRoomIsAnInvitationAgain() {
        TestTab tab = SignedIn.tab(profile);
        AtomicBoolean told = new AtomicBoolean();
        server.faults(request -> request.url().contains("/sync") && !told.getAndSet(true)
                ? Optional.of(new FakeHomeserver.Fault.Says(200, invitation()))
                : Optional.empty());
        server.somebodySays("this ends the poll");
        tab.await("the invitation", t -> t.summary(FakeHomeserver.ROOM)
                .filter(room -> room.membership() == RoomSummary.Membership.INVITE)
                .isPresent());
        assertEquals(
                Problem.Code.FORBIDDEN,
                tab.refused(new Command.SendText(FakeHomeserver.ROOM, "hello")).code());
        profile.stop();
    }

    private static String invitation() {
        JsonObject member = JsonObject.builder()
                .put("type", "m.room.member")
                .put("state_key", FakeHomeserver.ME)
                .put("sender", "@bob:fake")
                .put("content", JsonObject.builder().put("membership", "invite").build())
                .build();
        JsonObject state = JsonObject.builder().put("events", JsonArray.of(member)).build();
        JsonObject room = JsonObject.builder().put("invite_state", state).build();
        JsonObject invite = JsonObject.builder().put(FakeHomeserver.ROOM, room).build();
        return JsonObject.builder()
                .put("next_batch", "1000")
                .put("rooms", JsonObject.builder().put("invite", invite).build())
                .build()
                .text();
    }
}
