/**
 * A Matrix homeserver in memory and the faulty network before it, for the simulation.
 *
 * <p>The server is strict and remembers everything, so that the laws can be checked from what has crossed the wire. It
 * never blocks: a request comes in with a {@link chat.pando.lab.sim.server.Reply}, which is answered now or later.
 */
package chat.pando.lab.sim.server;
