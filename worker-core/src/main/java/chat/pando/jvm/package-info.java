/**
 * The host on a JVM: JCA, {@code java.net.http}, nanojson, threads. Tests and the lab run the core on it.
 *
 * <p>It implements the ports of {@code host}; the browser's program never reaches it, so that TeaVM leaves it out.
 */
package chat.pando.jvm;
