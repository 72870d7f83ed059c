/**
 * JSON as immutable values: a tree, its text and its canonical text.
 *
 * <p>Pure, and below everything else. Parsing is not here: it is the platform's ({@code chat.pando.host.Json}),
 * because a browser's own parser is ten times faster than any that is compiled to JavaScript.
 */
package chat.pando.json;
