package chat.pando.relay.events;

import chat.pando.relay.json.MatrixError;

/** Whether a room's present state allows an event (room versions 10 and 11, "Authorization rules"). */
final class AuthRules {

    private final RoomState state;
    private final PowerLevels levels;

    AuthRules(RoomState state) {
        this.state = state;
        this.levels = state.powerLevels();
    }

    /** Refuses with {@code M_FORBIDDEN} what the rules do not allow. */
    void check(Draft draft) {
        if (state.get(Event.CREATE, "").isEmpty()) {
            requireThat(draft.type().equals(Event.CREATE), "The room does not exist");
            return;
        }
        requireThat(!draft.type().equals(Event.CREATE), "The room exists already");
        if (draft.type().equals(Event.MEMBER) && draft.stateKey().isPresent()) {
            new MembershipRules(state, levels).check(draft, draft.stateKey().get());
            return;
        }
        requireThat(state.membership(draft.sender()).equals("join"), "You are not in this room");
        requireThat(levels.user(draft.sender()) >= needed(draft), "Your power level is too low to send this event");
        draft.stateKey().filter(key -> key.startsWith("@")).ifPresent(key ->
                requireThat(key.equals(draft.sender()), "This state belongs to another user"));
        if (draft.type().equals(Event.POWER_LEVELS) && draft.stateKey().isPresent()) {
            new PowerLevelRules(state, levels).check(draft);
        }
    }

    private long needed(Draft draft) {
        if (draft.type().equals("m.room.third_party_invite")) {
            return levels.toInvite();
        }
        return levels.toSend(draft.type(), draft.stateKey().isPresent());
    }

    static void requireThat(boolean allowed, String otherwise) {
        if (!allowed) {
            throw MatrixError.forbidden(otherwise);
        }
    }
}
