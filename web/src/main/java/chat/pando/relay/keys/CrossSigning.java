package chat.pando.relay.keys;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users' cross-signing keys, and the signatures made on keys after they were uploaded. */
public final class CrossSigning {

    private static final String MASTER = "master";
    private static final String SELF_SIGNING = "self_signing";
    private static final String USER_SIGNING = "user_signing";
    private static final List<String> USAGES = List.of(MASTER, SELF_SIGNING, USER_SIGNING);

    private final Database database;

    public CrossSigning(Database database) {
        this.database = database;
    }

    /** Whether an upload replaces keys that are there, which needs the user's password; the first upload does not. */
    public boolean replaces(String userId, ObjectNode body) {
        Map<String, ObjectNode> present = database.read(handle -> stored(handle, userId));
        return !present.isEmpty() && USAGES.stream().anyMatch(usage -> Fields.object(body, usage + "_key")
                .filter(key -> !key.path("keys").equals(present.getOrDefault(usage, Json.object()).path("keys")))
                .isPresent());
    }

    public void upload(String userId, ObjectNode body) {
        for (String usage : USAGES) {
            Fields.object(body, usage + "_key").ifPresent(key -> requireShape(userId, usage, key));
        }
        database.change(handle -> {
            boolean hasMaster = stored(handle, userId).containsKey(MASTER) || body.has("master_key");
            if (!hasMaster) {
                throw MatrixError.invalidParam("The master key is missing");
            }
            DeviceLists.changed(handle, userId);
            for (String usage : USAGES) {
                Fields.object(body, usage + "_key").ifPresent(key -> handle.execute("insert into cross_signing_keys "
                        + "(user_id, usage, keys) values (?, ?, ?) on conflict (user_id, usage) "
                        + "do update set keys = excluded.keys", userId, usage, Json.text(key)));
            }
        });
    }

    /** Adds signatures that a user made; answers which ones were refused. */
    public ObjectNode sign(String signer, ObjectNode body) {
        ObjectNode failures = Json.object();
        database.change(handle -> {
            for (Map.Entry<String, JsonNode> user : body.properties()) {
                ObjectNode targets = Fields.asObject(user.getValue(), "signatures");
                for (Map.Entry<String, JsonNode> target : targets.properties()) {
                    addSignatures(handle, signer, user.getKey(), target, failures);
                }
            }
        });
        ObjectNode answer = Json.object();
        answer.set("failures", failures);
        return answer;
    }

    /** Adds to an answer of {@code keys/query} the keys the asker may see. */
    void addTo(Handle handle, ObjectNode answer, String asker, Collection<String> userIds) {
        USAGES.forEach(usage -> answer.putObject(usage + "_keys"));
        for (String userId : userIds) {
            stored(handle, userId).forEach((usage, key) -> {
                if (!usage.equals(USER_SIGNING) || userId.equals(asker)) {
                    sign(handle, key, userId, publicKey(key).orElse(""), asker);
                    answer.withObjectProperty(usage + "_keys").set(userId, key);
                }
            });
        }
    }

    /** Adds the signatures on a key by its owner, and by the one who asks, whose business alone theirs are. */
    void sign(Handle handle, ObjectNode key, String owner, String target, String asker) {
        handle.select("select signer, key_id, signature from key_signatures where target_user = ? and target = ? "
                        + "and signer in (?, ?)", owner, target, owner, asker)
                .map((row, context) -> key.withObjectProperty("signatures").withObjectProperty(row.getString(1))
                        .put(row.getString(2), row.getString(3))).list();
    }

    private static void addSignatures(Handle handle, String signer, String owner, Map.Entry<String, JsonNode> target,
                                      ObjectNode failures) {
        ObjectNode signed = Fields.asObject(target.getValue(), "signatures");
        Optional<ObjectNode> made = Fields.object(signed, "signatures")
                .flatMap(signatures -> Fields.object(signatures, signer));
        if (made.isEmpty() || !exists(handle, owner, target.getKey())) {
            failures.withObjectProperty(owner).putObject(target.getKey()).put("errcode", "M_NOT_FOUND")
                    .put("error", "No such key, or no signature of yours");
            return;
        }
        DeviceLists.changed(handle, owner);
        made.get().properties().forEach(signature -> handle.execute("insert into key_signatures "
                        + "(target_user, target, signer, key_id, signature) values (?, ?, ?, ?, ?) "
                        + "on conflict (target_user, target, signer, key_id) "
                        + "do update set signature = excluded.signature",
                owner, target.getKey(), signer, signature.getKey(), signature.getValue().asString("")));
    }

    private static boolean exists(Handle handle, String owner, String target) {
        return handle.select("select 1 from device_keys where user_id = ? and device_id = ?", owner, target)
                .mapTo(Integer.class).findOne().isPresent()
                || stored(handle, owner).values().stream().anyMatch(key -> publicKey(key).filter(target::equals)
                        .isPresent());
    }

    private static Map<String, ObjectNode> stored(Handle handle, String userId) {
        Map<String, ObjectNode> keys = new TreeMap<>();
        handle.select("select usage, keys from cross_signing_keys where user_id = ?", userId)
                .map((row, context) -> Map.entry(row.getString(1), Json.stored(row.getString(2))))
                .forEach(key -> keys.put(key.getKey(), key.getValue()));
        return keys;
    }

    private static void requireShape(String userId, String usage, ObjectNode key) {
        boolean isNamed = Fields.texts(key, "usage").contains(usage);
        if (!Fields.requireText(key, "user_id").equals(userId) || !isNamed || publicKey(key).isEmpty()) {
            throw MatrixError.invalidParam("Not a " + usage + " key of yours");
        }
    }

    /** The one public key of a cross-signing key, without its algorithm. */
    private static Optional<String> publicKey(ObjectNode key) {
        return Fields.object(key, "keys").flatMap(keys -> keys.propertyNames().stream().findFirst())
                .map(name -> name.substring(name.indexOf(':') + 1));
    }
}
