package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomRequests;
import chat.pando.matrix.UserId;
import chat.pando.store.MemberRow;
import java.util.Optional;
import java.util.Set;

/** What state events do to a room: its name, its people, its encryption. */
final class RoomState {

    private static final String ENCRYPTION = "m.room.encryption";

    private static final Set<String> KEPT = Set.of(
            "m.room.name",
            "m.room.canonical_alias",
            "m.room.topic",
            "m.room.create",
            "m.room.power_levels",
            "m.room.history_visibility",
            ENCRYPTION);

    private RoomState() {}

    /** Takes in an event of the current state, or one that has just replaced such. */
    static void apply(RoomWork work, RoomEvent event) {
        Optional<String> key = event.stateKey();
        if (key.isEmpty()) {
            return;
        }
        if (event.type().equals("m.room.member")) {
            UserId.parse(key.get()).ifPresent(user -> applyMember(work, user, event.content()));
        } else if (key.get().isEmpty()) {
            applyRoom(work, event.type(), event.content());
        }
    }

    static void applyRoom(RoomWork work, String type, JsonObject content) {
        if (!KEPT.contains(type) || type.equals(ENCRYPTION) && weakens(work, content)) {
            return;
        }
        work.newlyEncrypted |= type.equals(ENCRYPTION) && !work.row.encrypted();
        work.nameStale |= type.equals("m.room.name") || type.equals("m.room.canonical_alias");
        work.row = work.row.withState(work.row.state().toBuilder().put(type, content).build());
    }

    /** Encryption is never switched off, nor to something that Pando can't do, whoever asks for it. */
    private static boolean weakens(RoomWork work, JsonObject content) {
        String now = work.row.state().at(ENCRYPTION).string("algorithm").orElse("");
        String next = content.string("algorithm").orElse("");
        return next.isEmpty() || now.equals(RoomRequests.MEGOLM) && !next.equals(RoomRequests.MEGOLM);
    }

    private static void applyMember(RoomWork work, UserId user, JsonObject content) {
        work.seen.add(user);
        Optional<MemberRow> before = work.tables.members().get(work.draft, work.room(), user);
        Optional<MemberRow> after = member(work, user, content);
        if (before.equals(after)) {
            return;
        }
        after.ifPresentOrElse(
                row -> work.tables.members().put(work.draft, row),
                () -> before.ifPresent(row -> work.tables.members().delete(work.draft, row)));
        count(work, before, after);
        if (after.isPresent()) {
            work.arrived.add(user);
            work.gone.remove(user);
        } else {
            work.gone.add(user);
        }
        work.nameStale = true;
    }

    private static Optional<MemberRow> member(RoomWork work, UserId user, JsonObject content) {
        String membership = content.string("membership").orElse("");
        boolean invited = membership.equals("invite");
        if (!invited && !membership.equals("join")) {
            return Optional.empty();
        }
        Optional<String> name = content.string("displayname").filter(text -> !text.strip().isEmpty());
        return Optional.of(new MemberRow(work.room(), user, invited, name));
    }

    private static void count(RoomWork work, Optional<MemberRow> before, Optional<MemberRow> after) {
        int joined = work.row.joined() - joined(before) + joined(after);
        int invited = work.row.invited() - invited(before) + invited(after);
        work.row = work.row.withCounts(joined, invited);
    }

    private static int joined(Optional<MemberRow> row) {
        return row.isPresent() && !row.get().invited() ? 1 : 0;
    }

    private static int invited(Optional<MemberRow> row) {
        return row.isPresent() && row.get().invited() ? 1 : 0;
    }
}
