package chat.pando.relay.backup;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** The versions of users' key backups: each is a public key that clients encrypt room keys to. */
public final class BackupVersions {

    private final Database database;

    public BackupVersions(Database database) {
        this.database = database;
    }

    public String create(String userId, ObjectNode body) {
        String algorithm = Fields.requireText(body, "algorithm");
        String authData = Json.text(Fields.requireObject(body, "auth_data"));
        return database.write(handle -> {
            handle.select("select 1 from users where user_id = ? for no key update", userId).mapTo(Integer.class).one();
            long version = handle.select("select coalesce(max(version), 0) + 1 from backup_versions where user_id = ?",
                    userId).mapTo(Long.class).one();
            handle.execute("insert into backup_versions (user_id, version, algorithm, auth_data, etag) "
                    + "values (?, ?, ?, ?, 0)", userId, version, algorithm, authData);
            return Long.toString(version);
        });
    }

    /** A version, or the newest one. */
    public ObjectNode get(String userId, Optional<String> version) {
        return database.read(handle -> {
            long number = version.map(BackupVersions::number).or(() -> newest(handle, userId))
                    .orElseThrow(BackupVersions::notFound);
            return handle.select("select algorithm, auth_data, etag, (select count(*) from backup_keys k "
                            + "where k.user_id = v.user_id and k.version = v.version) from backup_versions v "
                            + "where user_id = ? and version = ? and not deleted", userId, number)
                    .map((row, context) -> {
                        ObjectNode found = Json.object().put("version", Long.toString(number))
                                .put("algorithm", row.getString(1));
                        found.set("auth_data", Json.stored(row.getString(2)));
                        return found.put("etag", row.getString(3)).put("count", row.getLong(4));
                    }).findOne().orElseThrow(BackupVersions::notFound);
        });
    }

    public void update(String userId, String version, ObjectNode body) {
        String authData = Json.text(Fields.requireObject(body, "auth_data"));
        if (Fields.text(body, "version").filter(named -> !named.equals(version)).isPresent()) {
            throw MatrixError.invalidParam("The body names another version");
        }
        ObjectNode present = get(userId, Optional.of(version));
        if (!present.path("algorithm").asString("").equals(Fields.requireText(body, "algorithm"))) {
            throw MatrixError.invalidParam("The algorithm of a version does not change");
        }
        database.change(handle -> handle.execute("update backup_versions set auth_data = ? where user_id = ? "
                + "and version = ?", authData, userId, number(version)));
    }

    /** Deletes a version with its keys; its number is not given again. */
    public void delete(String userId, String version) {
        database.change(handle -> {
            int deleted = handle.execute("update backup_versions set deleted = true where user_id = ? and version = ? "
                    + "and not deleted", userId, number(version));
            if (deleted == 0) {
                throw notFound();
            }
            handle.execute("delete from backup_keys where user_id = ? and version = ?", userId, number(version));
        });
    }

    static Optional<Long> newest(Handle handle, String userId) {
        return handle.select("select max(version) from backup_versions where user_id = ? and not deleted", userId)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, Long.class))).one();
    }

    static long number(String version) {
        if (!version.matches("\\d{1,15}")) {
            throw notFound();
        }
        return Long.parseLong(version);
    }

    static MatrixError notFound() {
        return MatrixError.notFound("No such backup version");
    }
}
