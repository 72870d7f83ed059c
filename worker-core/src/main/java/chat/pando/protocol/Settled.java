package chat.pando.protocol;

/** A command's one outcome. */
public record Settled(String instance, String id, Outcome outcome) implements FromCore {}
