package chat.pando.protocol;

/** The core speaks another version of the protocol: the tab must be reloaded. */
public record Incompatible(String instance, int protocol) implements FromCore {}
