/**
 * Room events: their limits, the rules that accept them, the state they add up to.
 *
 * <p>Events of a room form one line here, in the order of their positions in the log: without federation nothing
 * branches, so the state at any point is the newest event of each type and key up to it, and needs no resolution. Knows
 * the database and the log, nothing of HTTP.
 */
package chat.pando.relay.events;
