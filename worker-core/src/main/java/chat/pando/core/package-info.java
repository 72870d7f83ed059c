/**
 * The core: all accounts of a browser profile in one worker, and the tabs that look at them.
 *
 * <p>{@link chat.pando.core.Core} is the way in. {@code core.account} is one account at work: its job queue, session
 * and workers; {@code core.room} turns what the server says into rows; {@code core.view} turns rows into what tabs
 * show; {@code core.handover} is how one core follows another. Whatever tabs are told follows from committed
 * {@link chat.pando.store.Changes}: so nothing is shown that isn't durable, and no job can forget to tell.
 *
 * <p>Knows everything below it, and {@code protocol}; knows no platform.
 */
package chat.pando.core;
