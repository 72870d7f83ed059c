/**
 * The reliable channel: the durable outbox, and the lanes that carry it to the server, one per room.
 *
 * <p>A message is durable before anything is sent; its bytes and its transaction id are fixed before the first attempt,
 * and every attempt sends the same. It ends in exactly one way: accepted by the server, or failed with a reason.
 *
 * <p>A text too long for one event is one message of several parts ({@link chat.pando.channel.segment}): one entry of the
 * outbox owns them and sends them one after the other, and ends when all of them have. What is taken back half-way is
 * taken back from the server too ({@link chat.pando.channel.Withdrawal}).
 *
 * <p>The way out is segment ({@link chat.pando.channel.Outbox}), pace ({@link chat.pando.channel.Lane}, {@link
 * chat.pando.channel.pace.Pace}), order ({@link chat.pando.channel.Channels}), encrypt ({@link chat.pando.channel.Sealer}) and
 * dispatch ({@code Lane} again). Order comes late, so that what is taken back while it waits has no number yet. The way in
 * is in {@code core.room}, which has the timeline: decrypt, order, reassemble, emit.
 *
 * <p>Knows {@code store}, {@code matrix}, {@code host} and {@code json}. How a message is encrypted is told to it as a
 * {@link chat.pando.channel.Sealer}; it knows no tab.
 */
package chat.pando.channel;
