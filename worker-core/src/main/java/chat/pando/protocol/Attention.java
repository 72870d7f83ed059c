package chat.pando.protocol;

/** Whether anybody can see the tab has changed: what a hidden one is told may come later, and in fewer messages. */
public record Attention(boolean hidden) implements ToCore {}
