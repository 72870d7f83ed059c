/**
 * What the core needs of a platform, as small interfaces: clock, entropy, primitives, HTTP, locks, broadcasts,
 * JSON, ports, tasks.
 *
 * <p>There are two hosts: {@code chat.pando.browser} (WebCrypto, fetch, Web Locks) and {@code chat.pando.jvm} (JCA,
 * {@code java.net.http}). Nothing else in the core knows where it runs. Methods block; in the browser they suspend a
 * green thread, on the JVM a thread waits. Each port has one conformance suite that runs on both hosts.
 */
package chat.pando.host;
