/**
 * Pando's Olm and Megolm beside those of vodozemac and libolm, in a page: each reads what the others wrote.
 *
 * <p>{@code e2e} compiles {@link chat.pando.differential.DifferentialPage} and opens a page on it. The conversations
 * are seeded: a seed that fails can be played again.
 */
package chat.pando.differential;
