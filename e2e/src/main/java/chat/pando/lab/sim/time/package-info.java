/**
 * The simulation's time and threads: one thread runs at a time, and a seed decides which one goes on.
 *
 * <p>Threads are real ones that hand a baton on, so ordinary blocking code runs unchanged. Time passes only when nobody
 * can run. Knows {@code chat.pando.host} for {@link chat.pando.host.Stepped}, by which signals of the core wait here.
 */
package chat.pando.lab.sim.time;
