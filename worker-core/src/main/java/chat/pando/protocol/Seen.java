package chat.pando.protocol;

/**
 * The tab has shown everything up to this number: by that the core knows how far a slow tab is behind, and posts it no
 * more than it can take.
 *
 * @param sequence that of the last {@link Welcome} or {@link Update} that was applied
 */
public record Seen(long sequence) implements ToCore {}
