/**
 * Pando's Olm and Megolm beside those of vodozemac, in a page: each reads what the other wrote.
 *
 * <p>{@code e2e} compiles {@link chat.pando.differential.DifferentialPage} and opens a page on it. The conversations
 * are seeded: a seed that fails can be played again.
 */
package chat.pando.differential;
