package chat.pando.relay.media;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.RandomText;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.json.MatrixError;
import java.time.Clock;
import java.util.Optional;

/** Files users have uploaded; most are ciphertext. They live in the database, so every instance has them. */
public final class Media {

    /** The largest file that is accepted. */
    public static final int MAX_BYTES = 50 << 20;

    private final Database database;
    private final ServerName server;
    private final Clock clock;

    public Media(Database database, ServerName server, Clock clock) {
        this.database = database;
        this.server = server;
        this.clock = clock;
    }

    /** Stores a file and answers its {@code mxc:} address. */
    public String store(String userId, String contentType, Optional<String> fileName, byte[] bytes) {
        String id = RandomText.urlSafe(18);
        database.change(handle -> handle.execute("insert into media (media_id, user_id, content_type, file_name, "
                + "bytes, created_at) values (?, ?, ?, ?, ?, ?)", id, userId, contentType, fileName.orElse(null), bytes,
                clock.millis()));
        return "mxc://" + server.value() + "/" + id;
    }

    /** Makes an address for a file that is uploaded later. */
    public String reserve(String userId) {
        String id = RandomText.urlSafe(18);
        database.change(handle -> handle.execute("insert into media (media_id, user_id, content_type, created_at) "
                + "values (?, ?, '', ?)", id, userId, clock.millis()));
        return "mxc://" + server.value() + "/" + id;
    }

    /** Stores the file of an address that was made before, once. */
    public void fill(String userId, String serverName, String id, String contentType, Optional<String> fileName,
                     byte[] bytes) {
        requireOurs(serverName);
        database.change(handle -> {
            String owner = handle.select("select user_id from media where media_id = ? for update", id)
                    .mapTo(String.class).findOne().orElseThrow(Media::notFound);
            if (!owner.equals(userId)) {
                throw MatrixError.forbidden("This address was made by somebody else");
            }
            int filled = handle.execute("update media set content_type = ?, file_name = ?, bytes = ? "
                    + "where media_id = ? and bytes is null", contentType, fileName.orElse(null), bytes, id);
            if (filled == 0) {
                throw new MatrixError(409, "M_CANNOT_OVERWRITE_MEDIA", "This file was uploaded already");
            }
        });
    }

    public Stored load(String serverName, String id) {
        requireOurs(serverName);
        Stored stored = database.read(handle -> handle.select("select content_type, file_name, bytes from media "
                        + "where media_id = ?", id)
                .map((row, context) -> new Stored(row.getString(1), Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getBytes(3)))).findOne()).orElseThrow(Media::notFound);
        if (stored.bytes().isEmpty()) {
            throw new MatrixError(504, "M_NOT_YET_UPLOADED", "This file is not uploaded yet");
        }
        return stored;
    }

    private void requireOurs(String serverName) {
        if (!serverName.equals(server.value())) {
            throw notFound();
        }
    }

    private static MatrixError notFound() {
        return MatrixError.notFound("No such file");
    }

    /** A file with what its uploader said of it. */
    public record Stored(String contentType, Optional<String> fileName, Optional<byte[]> bytes) {
    }
}
