package chat.pando.core.room;

import chat.pando.matrix.UserId;
import chat.pando.store.MemberRow;
import chat.pando.store.RoomRow;
import java.util.List;
import java.util.Optional;

/** The display name of a room (spec, section "Calculating the display name for a room"). */
final class RoomName {

    private static final int HEROES = 5;

    private RoomName() {}

    /** @param members who is in the room or invited to it, as far as known */
    static String of(RoomRow row, List<MemberRow> members, UserId me) {
        return stated(row, "m.room.name", "name")
                .or(() -> stated(row, "m.room.canonical_alias", "alias"))
                .orElseGet(() -> ofPeople(row, members, me));
    }

    private static Optional<String> stated(RoomRow row, String type, String member) {
        return row.state().at(type).string(member).filter(text -> !text.strip().isEmpty());
    }

    private static String ofPeople(RoomRow row, List<MemberRow> members, UserId me) {
        List<String> others = members.stream()
                .filter(member -> !member.user().equals(me))
                .map(member -> member.displayName().orElse(member.user().value()))
                .sorted()
                .toList();
        if (others.isEmpty()) {
            return row.inviter().map(UserId::value).orElse("Empty room");
        }
        return listed(others);
    }

    private static String listed(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        if (names.size() > HEROES) {
            int rest = names.size() - HEROES;
            return String.join(", ", names.subList(0, HEROES)) + " and " + rest + (rest == 1 ? " other" : " others");
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
