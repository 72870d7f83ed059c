package chat.pando.relay.events;

import static chat.pando.relay.events.AuthRules.requireThat;

import chat.pando.relay.json.MatrixError;

/** Whether a change of membership is allowed: rule 4 of the authorization rules. */
final class MembershipRules {

    private final RoomState state;
    private final PowerLevels levels;

    MembershipRules(RoomState state, PowerLevels levels) {
        this.state = state;
        this.levels = levels;
    }

    void check(Draft draft, String target) {
        String membership = draft.content().path("membership").asString("");
        switch (membership) {
            case "join" -> checkJoin(draft.sender(), target);
            case "invite" -> checkInvite(draft.sender(), target);
            case "leave" -> checkLeave(draft.sender(), target);
            case "ban" -> checkBan(draft.sender(), target);
            case "knock" -> throw MatrixError.forbidden("Knocking is not supported");
            default -> throw MatrixError.badJson("Unknown membership");
        }
    }

    private void checkJoin(String sender, String target) {
        requireThat(sender.equals(target), "You cannot join somebody else");
        String now = state.membership(target);
        requireThat(!now.equals("ban"), "You are banned from this room");
        boolean createdIt = state.get(Event.MEMBER, sender).isEmpty() && state.get(Event.JOIN_RULES, "").isEmpty()
                && state.get(Event.CREATE, "").map(Event::sender).filter(sender::equals).isPresent();
        boolean known = now.equals("join") || now.equals("invite");
        requireThat(createdIt || known || state.joinRule().equals("public"), "You are not invited to this room");
    }

    private void checkInvite(String sender, String target) {
        requireThat(state.membership(sender).equals("join"), "You are not in this room");
        String now = state.membership(target);
        requireThat(!now.equals("ban"), "That user is banned from this room");
        requireThat(!now.equals("join"), "That user is already in the room");
        requireThat(levels.user(sender) >= levels.toInvite(), "Your power level is too low to invite");
    }

    private void checkLeave(String sender, String target) {
        if (sender.equals(target)) {
            String now = state.membership(target);
            requireThat(now.equals("join") || now.equals("invite") || now.equals("knock"),
                    "You are not in this room");
            return;
        }
        requireThat(state.membership(sender).equals("join"), "You are not in this room");
        boolean isBanned = state.membership(target).equals("ban");
        requireThat(!isBanned || levels.user(sender) >= levels.toBan(), "Your power level is too low to unban");
        requireThat(levels.user(sender) >= levels.toKick() && levels.user(target) < levels.user(sender),
                "Your power level is too low to remove that user");
    }

    private void checkBan(String sender, String target) {
        requireThat(state.membership(sender).equals("join"), "You are not in this room");
        requireThat(levels.user(sender) >= levels.toBan() && levels.user(target) < levels.user(sender),
                "Your power level is too low to ban that user");
    }
}
