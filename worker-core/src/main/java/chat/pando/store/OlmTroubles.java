package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The devices with which Olm goes badly. Few at any time, so that all of them are read to see what is due.
 *
 * <p>A device that is not in its user's list yet is a stranger: known by its Curve25519 key only, until the list comes.
 */
public final class OlmTroubles {

    /** Sorts before every user id, which begins with {@code @}. */
    private static final String STRANGER = "!";
    private static final KeyRange USERS = KeyRange.startingWith("@");

    /** From so many devices on, all troubles are read to find theirs. */
    private static final int MANY = 16;

    private final RowReader reader;

    public OlmTroubles(RowReader reader) {
        this.reader = reader;
    }

    public List<OlmTrouble> all(Reads reads) {
        return List.copyOf(reader.readAll(
                        Table.OLM_TROUBLES, reads.scan(Table.OLM_TROUBLES, USERS), OlmTroubles::decode)
                .values());
    }

    /** The device's trouble, or a value that says there is none. */
    public OlmTrouble get(Reads reads, UserId user, DeviceId device) {
        return reader.read(Table.OLM_TROUBLES, reads.get(Table.OLM_TROUBLES, key(user, device)), OlmTroubles::decode)
                .orElseGet(() -> OlmTrouble.none(user, device));
    }

    /** The troubles with these devices, read at once; a value that says there is none where there is none. */
    public Map<Device, OlmTrouble> get(Reads reads, Collection<Device> devices) {
        Set<String> keys = new TreeSet<>();
        devices.forEach(device -> keys.add(key(device.user(), device.id())));
        Map<String, OlmTrouble> found =
                reader.readAll(Table.OLM_TROUBLES, rows(reads, keys), OlmTroubles::decode);
        Map<Device, OlmTrouble> troubles = new HashMap<>();
        for (Device device : devices) {
            OlmTrouble trouble = found.get(key(device.user(), device.id()));
            troubles.put(device, trouble != null ? trouble : OlmTrouble.none(device.user(), device.id()));
        }
        return troubles;
    }

    /** A database takes longer to say of each of many devices that it has no row than to give the few that it has. */
    private static Collection<Row> rows(Reads reads, Set<String> keys) {
        return keys.size() < MANY
                ? reads.get(Table.OLM_TROUBLES, keys).values()
                : reads.scan(Table.OLM_TROUBLES, USERS).stream()
                        .filter(row -> keys.contains(row.key()))
                        .toList();
    }

    /** Stores it; where it says that there is none, what was stored is deleted. */
    public void put(Draft draft, OlmTrouble trouble) {
        if (trouble.equals(OlmTrouble.none(trouble.user(), trouble.device()))) {
            delete(draft, trouble.user(), trouble.device());
            return;
        }
        JsonObject body = JsonObject.builder()
                .put("claim_failures", trouble.claimFailures())
                .put("claim_after", trouble.claimAfter())
                .put("claim", trouble.claim())
                .put("wedged", trouble.wedged())
                .put("unwedged_at", trouble.unwedgedAt())
                .put("reshared_at", trouble.resharedAt())
                .put("reshare_due", trouble.reshareDue())
                .build();
        draft.put(Table.OLM_TROUBLES, new Row(key(trouble.user(), trouble.device()), body.text()));
    }

    public void delete(Draft draft, UserId user, DeviceId device) {
        draft.delete(Table.OLM_TROUBLES, key(user, device));
    }

    /** The user's strangers of whom a message could not be decrypted, by their keys. */
    public Set<Curve25519PublicKey> strangers(Reads reads, UserId user) {
        List<Row> rows = reads.scan(Table.OLM_TROUBLES, RowKey.under(STRANGER + user.value()));
        return new LinkedHashSet<>(reader.readAll(Table.OLM_TROUBLES, rows, (body, row) ->
                Curve25519PublicKey.fromBase64(RowKey.parts(row.key()).get(1))).values());
    }

    public void putStranger(Draft draft, UserId user, Curve25519PublicKey identity) {
        draft.put(Table.OLM_TROUBLES, new Row(strangerKey(user, identity), "{}"));
    }

    public void deleteStranger(Draft draft, UserId user, Curve25519PublicKey identity) {
        draft.delete(Table.OLM_TROUBLES, strangerKey(user, identity));
    }

    private static String strangerKey(UserId user, Curve25519PublicKey identity) {
        return RowKey.of(STRANGER + user.value(), identity.base64());
    }

    private static OlmTrouble decode(JsonObject body, Row row) {
        List<String> key = RowKey.parts(row.key());
        return new OlmTrouble(
                new UserId(key.get(0)),
                new DeviceId(key.get(1)),
                body.requireInteger("claim_failures"),
                body.requireInteger("claim_after"),
                body.string("claim"),
                body.requireBool("wedged"),
                body.requireInteger("unwedged_at"),
                body.requireInteger("reshared_at"),
                body.requireBool("reshare_due"));
    }

    private static String key(UserId user, DeviceId device) {
        return RowKey.of(user.value(), device.value());
    }
}
