/**
 * The multi-tab walk: a seeded random walk over everything that can happen to tabs, core, browser and network, with the
 * laws of DESIGN.md checked from outside after every step.
 */
package chat.pando.lab.walk;
