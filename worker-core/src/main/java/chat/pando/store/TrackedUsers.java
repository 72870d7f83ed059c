package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The users whose device lists we follow, and which of the lists must be fetched.
 *
 * <p>A stale list has a row of its own, apart from those of the users: so that what is to do is found without reading
 * everybody, and a user whose list is fresh costs nothing.
 */
public final class TrackedUsers {

    /** Sorts before every user id, which begins with {@code @}. */
    private static final String STALE = "!";

    private static final String VERSION_KEY = "e2ee/device_lists";

    private final RowReader reader;

    public TrackedUsers(RowReader reader) {
        this.reader = reader;
    }

    /** Those of the users that we follow. */
    public Set<UserId> tracked(Reads reads, Set<UserId> users) {
        Set<String> keys = new TreeSet<>();
        users.forEach(user -> keys.add(user.value()));
        Set<UserId> tracked = new HashSet<>();
        reads.get(Table.TRACKED_USERS, keys).keySet().forEach(key -> tracked.add(new UserId(key)));
        return tracked;
    }

    /** Everybody whom we follow. */
    public Set<UserId> all(Reads reads) {
        Set<UserId> all = new HashSet<>();
        reads.scan(Table.TRACKED_USERS, KeyRange.startingWith("@")).forEach(row -> all.add(new UserId(row.key())));
        return all;
    }

    public void track(Draft draft, UserId user) {
        draft.put(Table.TRACKED_USERS, new Row(user.value(), "{}"));
    }

    public void forget(Draft draft, UserId user) {
        draft.delete(Table.TRACKED_USERS, user.value());
        draft.delete(Table.TRACKED_USERS, STALE + user.value());
    }

    /** Every list that must be fetched. */
    public List<StaleList> stale(Reads reads) {
        List<Row> rows = reads.scan(Table.TRACKED_USERS, KeyRange.startingWith(STALE));
        return new ArrayList<>(reader.readAll(Table.TRACKED_USERS, rows, TrackedUsers::decode).values());
    }

    /** Those of the users' lists that must be fetched. */
    public Map<UserId, StaleList> stale(Reads reads, Set<UserId> users) {
        Set<String> keys = new TreeSet<>();
        users.forEach(user -> keys.add(STALE + user.value()));
        Map<UserId, StaleList> stale = new HashMap<>();
        reader.readAll(Table.TRACKED_USERS, reads.get(Table.TRACKED_USERS, keys).values(), TrackedUsers::decode)
                .values()
                .forEach(list -> stale.put(list.user(), list));
        return stale;
    }

    public void put(Draft draft, StaleList list) {
        JsonObject body = JsonObject.builder()
                .put("version", list.version())
                .put("request", list.request())
                .put("failures", list.failures())
                .put("not_before", list.notBefore())
                .build();
        draft.put(Table.TRACKED_USERS, new Row(STALE + list.user().value(), body.text()));
    }

    public void fresh(Draft draft, UserId user) {
        draft.delete(Table.TRACKED_USERS, STALE + user.value());
    }

    /** A number that grows whenever anything changes of any device list that we follow. */
    public long version(Reads reads) {
        Optional<Row> row = reads.get(Table.META, VERSION_KEY);
        return reader.read(Table.META, row, (body, whole) -> body.requireInteger("version")).orElse(0L);
    }

    public void changed(Draft draft) {
        JsonObject body = JsonObject.builder().put("version", version(draft) + 1).build();
        draft.put(Table.META, new Row(VERSION_KEY, body.text()));
    }

    private static StaleList decode(JsonObject body, Row row) {
        Optional<String> request = body.string("request");
        return new StaleList(
                new UserId(row.key().substring(STALE.length())),
                body.requireInteger("version"),
                request,
                body.requireInteger("failures"),
                body.requireInteger("not_before"));
    }
}
