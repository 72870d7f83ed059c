/**
 * A simulated browser: locks, ports, workers, disks and pages, as far as Pando's core and tabs use them.
 *
 * <p>A core turns to its host for everything; each such call may cost it time, its turn, or its life.
 */
package chat.pando.lab.sim.browser;
