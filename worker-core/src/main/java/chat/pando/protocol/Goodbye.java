package chat.pando.protocol;

/** The tab goes away or into the back/forward cache: nothing more may be posted to its port until it says hello again. */
public record Goodbye() implements ToCore {}
