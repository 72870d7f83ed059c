/**
 * What a tab knows: the core's snapshot kept up to date by its deltas, and everything that can be said about it
 * without a browser (what is grouped with what, which words a state has, where a problem belongs).
 *
 * <p>Pure Java over {@code chat.pando.protocol}, so that all of it is tested on the JVM. It knows neither the page nor
 * the port: what it needs of them (a memory, a calendar) are small interfaces here.
 */
package chat.pando.tab.model;
