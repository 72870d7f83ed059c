/**
 * Benchmarks: how Pando's cost grows with what it is given. Each prints a table and writes its figures as JSON.
 *
 * <p>Figures are of one machine and one run; what counts is how they compare within the run. Times are taken inside
 * the page, so that what drives the browser is no part of them.
 */
package chat.pando.lab.bench;
