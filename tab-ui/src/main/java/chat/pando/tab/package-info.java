/**
 * The program of a tab: {@link chat.pando.tab.Tab} puts the line, the model and the views together.
 *
 * <p>A tab only shows things. It never holds a key, a token or a database handle; whatever a person wants is a command
 * to the core.
 */
package chat.pando.tab;
