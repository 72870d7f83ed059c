/**
 * Order and acknowledgement in one channel, which is one room: causes before effects, each message once, and the truth
 * about what others have read. All of it is pure: {@link chat.pando.channel.order.Order} makes of a {@link
 * chat.pando.channel.order.Channel}, of what came and of the time the next channel and a list of {@link
 * chat.pando.channel.order.Effect}s. Whoever calls it stores the one and carries out the others.
 *
 * <ul>
 *   <li>A device numbers its messages in a channel: 1, 2, 3. So everybody who has heard of one knows that there were
 *       others before it; what is missing is known by its number.
 *   <li>A message says what its sender has read since its message before. So each one names, together with those before
 *       it, all of its causes, and not only the last two (SDS, "causal history", which stands there as well): three
 *       people who write at once are enough to make two causes too few.
 *   <li>A message whose causes aren't all there waits; a cause that waits itself is not there. It waits for {@link
 *       chat.pando.channel.order.Timing#patience} at most, and no more than {@value
 *       chat.pando.channel.order.Channel#MOST_PARKED} wait at once: then what is missing is told as a gap, and the
 *       message is shown after it. A gap fills in when what is missing comes after all.
 *   <li>What is missing is looked for on the homeserver at once, then asked for from the other devices, again and again
 *       and ever more rarely, until it is there or the number of requests is used up, which is told.
 *   <li>Who has read something says so in its next message, and in a quiet room within seconds in a sync message, which
 *       goes straight to the devices. A sync message also says to each device what was sent to it and isn't known to
 *       have come: so a message that nothing follows is missed as well.
 *   <li>Who joins starts from where it is. Of devices that it doesn't know it waits for nothing; what a device has sent
 *       to it nevertheless, that device says itself.
 * </ul>
 *
 * <p>A bloom filter of another implementation is never evidence of anything. Knows {@code channel.sds} and
 * {@code channel.ack}, {@code json}, and of {@code matrix} the ids of events; no store, no clock, no chance: what has
 * to look random is computed from names.
 */
package chat.pando.channel.order;
