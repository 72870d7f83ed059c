/**
 * Segmentation: a text that is too large for one event, as parts that fit, and the text again.
 *
 * <p>Each part is an ordinary text message that any Matrix client shows; beside its text stands which part of which
 * transfer it is. All of it is pure: what is kept of a transfer, and where, is the caller's. Knows {@code json},
 * {@code host} and {@code crypto} (for its base64); knows no store and no room, so it can't mix up two rooms or two
 * senders: whoever keeps transfers keeps them by room and sender.
 */
package chat.pando.channel.segment;
