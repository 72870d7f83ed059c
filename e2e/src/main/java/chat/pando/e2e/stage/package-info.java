/**
 * What a test runs on: the packaged Pando as a child process, the homeserver with a proxy before it, browser profiles.
 *
 * <p>A test takes a {@link chat.pando.e2e.stage.Stage} as a parameter; it is clean for every test, checks the laws
 * about the wire at its end, and saves what can be saved when a test fails.
 */
package chat.pando.e2e.stage;
