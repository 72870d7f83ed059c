/**
 * The page around what is shown: what the browser can do, what it remembers, its clock and language, the site's
 * configuration. Implements what {@code chat.pando.tab.model} needs of a platform; knows no protocol.
 */
package chat.pando.tab.page;
