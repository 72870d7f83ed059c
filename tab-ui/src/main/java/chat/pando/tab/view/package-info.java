/**
 * What a person sees and touches: screens, panes, dialogs, each a small class that owns its elements.
 *
 * <p>A view is built once and then updated in place from the model; lists are updated by key. Everything a person wants
 * goes through {@link chat.pando.tab.view.Actions}. Text reaches the page as text only, never as markup. Knows
 * {@code chat.pando.tab.model}, the protocol's values and the page; not the line to the core.
 */
package chat.pando.tab.view;
