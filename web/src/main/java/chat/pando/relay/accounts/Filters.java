package chat.pando.relay.accounts;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The filters users have uploaded; the same filter keeps its id. */
public final class Filters {

    private final Database database;

    public Filters(Database database) {
        this.database = database;
    }

    public String add(String userId, ObjectNode definition) {
        String text = Json.text(definition);
        return database.write(handle -> {
            handle.select("select 1 from users where user_id = ? for update", userId).mapTo(Integer.class).one();
            Optional<Long> present = handle.select("select filter_id from filters where user_id = ? and definition = ?",
                    userId, text).mapTo(Long.class).findFirst();
            long id = present.orElseGet(() -> handle.select("insert into filters (user_id, filter_id, definition) "
                    + "select ?, count(*), ? from filters where user_id = ? returning filter_id", userId, text, userId)
                    .mapTo(Long.class).one());
            return Long.toString(id);
        });
    }

    public ObjectNode get(String userId, String filterId) {
        return find(userId, filterId).orElseThrow(() -> MatrixError.notFound("No such filter"));
    }

    public Optional<ObjectNode> find(String userId, String filterId) {
        if (!filterId.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return database.read(handle -> handle.select("select definition from filters where user_id = ? "
                + "and filter_id = ?", userId, Long.parseLong(filterId)).mapTo(String.class).findOne())
                .map(Json::stored);
    }
}
