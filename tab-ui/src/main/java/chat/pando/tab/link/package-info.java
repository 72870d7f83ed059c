/**
 * The line to the core: hello, snapshot and numbered deltas, calls that always end.
 *
 * <p>{@link chat.pando.tab.link.CoreLink} is the protocol's logic, pure Java over three small interfaces
 * ({@link chat.pando.tab.link.Connector}, {@link chat.pando.tab.link.Liveness}, {@link chat.pando.tab.link.Timers})
 * and so tested on the JVM; the classes beside it that begin with {@code Browser} implement these with workers, Web
 * Locks, channels and timers. Without SharedWorker {@link chat.pando.tab.link.ElectedWorker} takes its place.
 * Knows {@code chat.pando.protocol} and nothing of what is shown.
 */
package chat.pando.tab.link;
