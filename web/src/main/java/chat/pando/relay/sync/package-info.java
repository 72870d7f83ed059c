/**
 * Answers to {@code GET sync}: what changed for one device between two positions of the log.
 *
 * <p>At the top of the parts: it reads what the others have written and writes nothing itself, except that it lets
 * acknowledged to-device messages go.
 */
package chat.pando.relay.sync;
