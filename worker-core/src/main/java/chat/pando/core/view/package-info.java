/**
 * What tabs show, computed from rows: views at one moment, and the news that a commit makes of them.
 *
 * <p>Pure projections from {@code store} to {@code protocol}; nothing here writes.
 */
package chat.pando.core.view;
