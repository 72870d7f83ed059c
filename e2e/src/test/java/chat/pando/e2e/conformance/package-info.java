/**
 * What runs inside a real browser and not in tabs: the conformance suites of worker-core, the same that the JVM's host
 * passes in its tests, and Pando's cryptography beside vodozemac's. And, in Node, Pando's messages of SDS beside those of
 * {@code @waku/sds}.
 */
package chat.pando.e2e.conformance;
