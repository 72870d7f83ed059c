package chat.pando.protocol;

/**
 * This core doesn't know the tab that has just spoken to it: the tab says hello and makes its open calls again.
 *
 * <p>So it goes where a browser restarts a SharedWorker behind its ports, with fresh globals (WebKit bug 318873).
 */
public record Stranger(String instance) implements FromCore {}
