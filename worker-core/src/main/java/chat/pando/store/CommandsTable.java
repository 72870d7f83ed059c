package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Optional;

/** Commands with a lasting effect, by client id: a repeated one is answered from here. */
public final class CommandsTable extends TypedTable<CommandRow> {

    CommandsTable(Json json, Log log) {
        super(Table.COMMANDS, json, log);
    }

    public Optional<CommandRow> of(Reads reads, String id) {
        return get(reads, id);
    }

    public List<CommandRow> all(Reads reads) {
        return scan(reads, KeyRange.all());
    }

    @Override
    protected String keyOf(CommandRow row) {
        return row.id();
    }

    @Override
    protected JsonObject encode(CommandRow row) {
        JsonObject.Builder body = JsonObject.builder().put("id", row.id()).put("at", row.at());
        row.result().ifPresent(result -> body.put("result", result));
        if (!row.invited().isEmpty()) {
            body.put("invited", JsonArray.ofStrings(row.invited().stream().map(UserId::value).toList()));
        }
        return body.build();
    }

    @Override
    protected CommandRow decode(JsonObject body) {
        List<UserId> invited = body.array("invited").orElse(JsonArray.EMPTY).strings().stream()
                .map(UserId::parse)
                .flatMap(Optional::stream)
                .toList();
        return new CommandRow(body.requireString("id"), body.requireInteger("at"), body.object("result"), invited);
    }
}
