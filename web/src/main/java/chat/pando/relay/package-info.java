/**
 * A small Matrix homeserver over PostgreSQL, and the command line that serves it beside the static site.
 *
 * <p>It speaks the Client-Server API and no federation. This package starts and stops an instance and the PostgreSQL it
 * may bring along; what a homeserver does is in the packages below, which know nothing of how they were started.
 */
package chat.pando.relay;
