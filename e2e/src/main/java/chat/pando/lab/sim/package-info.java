/**
 * The walk on a JVM: the true core and the tab's true link in a simulated browser, on a simulated network.
 *
 * <p>A {@link chat.pando.lab.sim.World} is one process, one thread at a time, with a clock of its own; a seed decides
 * everything in it, so the same seed is the same run. The {@link chat.pando.lab.sim.Walk} does what people and browsers
 * do, and the {@link chat.pando.lab.sim.Laws} are checked as it goes: at each request that leaves a core, each commit,
 * each answer to a tab; and at the end everybody's timelines are compared ({@link chat.pando.lab.sim.Audit}).
 */
package chat.pando.lab.sim;
