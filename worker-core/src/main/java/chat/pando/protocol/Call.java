package chat.pando.protocol;

/**
 * A command under an id.
 *
 * @param id      random, chosen by the tab; sent again under the same id, the command is carried out once
 * @param command what to do, for the account that the tab shows
 */
public record Call(String id, Command command) implements ToCore {}
