/**
 * Identifiers: their grammar, and making new ones that nobody can guess.
 *
 * <p>At the bottom; knows no other part but {@code json}, for its refusals.
 */
package chat.pando.relay.ids;
