package chat.pando.store;

import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * A command that was begun, by the id that the tab gave it.
 *
 * @param at     when it was begun, ms since the epoch
 * @param result what it settled with; empty while it is not known to be carried out
 */
public record CommandRow(String id, long at, Optional<JsonObject> result) {}
