/**
 * What tabs and the core say to each other: commands, snapshots, deltas and answers. Pure values and their JSON.
 *
 * <p>A tab says {@link chat.pando.protocol.Hello}; the core answers {@link chat.pando.protocol.Welcome} with a snapshot of
 * the account that the tab shows, and from then on sends numbered {@link chat.pando.protocol.Update}s. A tab that misses
 * a number says hello again. Commands travel as {@link chat.pando.protocol.Call}s under an id of the tab's own choosing;
 * a repeated id is carried out once. Every message from the core names the core's instance: after an unknown one
 * the tab says hello again. The tab says what it has {@link chat.pando.protocol.Seen} and whether anybody can see it
 * ({@link chat.pando.protocol.Attention}): a slow or hidden tab is told less often, never less. A core that hands its
 * accounts over to one of another version says where it has {@link chat.pando.protocol.Moved}; one that doesn't know
 * who is speaking answers {@link chat.pando.protocol.Stranger}.
 *
 * <p>No value prints what it carries of people: {@code toString} names kinds, states and ids, never content or names.
 *
 * <p>Knows {@code chat.pando.json} only. No key, token or database handle is ever a part of a message.
 */
package chat.pando.protocol;
