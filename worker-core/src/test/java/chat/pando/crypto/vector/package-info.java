/**
 * What specifications and other implementations have published of each format of {@code chat.pando.crypto}, as suites
 * that run on the JVM and, compiled, in a browser's SharedWorker. Facts only; the refusals are tested on the JVM.
 */
package chat.pando.crypto.vector;
