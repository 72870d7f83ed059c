/**
 * The reliable channel: the durable outbox, and the lanes that carry it to the server, one per room.
 *
 * <p>A message is durable before anything is sent; its bytes and its transaction id are fixed before the first attempt,
 * and every attempt sends the same. It ends in exactly one way: accepted by the server, or failed with a reason.
 *
 * <p>Knows {@code store}, {@code matrix}, {@code host} and {@code json}. How a message is encrypted is told to it as a
 * {@link chat.pando.channel.Sealer}; it knows no tab.
 */
package chat.pando.channel;
