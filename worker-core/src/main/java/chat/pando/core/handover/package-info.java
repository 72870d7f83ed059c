/**
 * How cores of one browser profile follow each other: one asks, the other finishes what is under way and goes.
 *
 * <p>A new version of the site is a new worker, and so a second core beside the one that has the accounts. They talk on
 * a channel whose name and words are the same in all versions ({@link chat.pando.core.handover.Word}). Who writes is not
 * decided by that talk but by a lock for each account ({@link chat.pando.core.handover.Claims}), and fenced by the epoch
 * in its database (law 1): so words that are lost, late or repeated can cost time, never data.
 *
 * <p>Knows {@code host} and {@code store}; nothing of accounts at work, commands or tabs.
 */
package chat.pando.core.handover;
