/** The conformance suites of worker-core inside a real browser: the same cases that the JVM's host passes in its tests. */
package chat.pando.e2e.conformance;
