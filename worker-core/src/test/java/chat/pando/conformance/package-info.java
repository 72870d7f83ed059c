/**
 * The conformance suites: what every implementation of a port promises, as plain Java without a test framework.
 *
 * <p>JUnit runs them on the JVM; TeaVM compiles the same classes for a real SharedWorker. So they use nothing that
 * TeaVM's class library lacks.
 */
package chat.pando.conformance;
