/**
 * One account at work: its job queue, its session with the homeserver and its workers.
 *
 * <p>{@link chat.pando.core.account.Account} composes them. All state is the store's: an account that is opened again
 * goes on where the last commit was. Knows no tab.
 */
package chat.pando.core.account;
