/**
 * The HTTP side: the table of endpoints, reading requests, answers and errors, the static site.
 *
 * <p>The only package that knows Javalin. Endpoints check the shape of a request and hand it to the part that does the
 * work; they hold no rules themselves.
 */
package chat.pando.relay.http;
