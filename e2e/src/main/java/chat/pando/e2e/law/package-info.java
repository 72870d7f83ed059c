/**
 * DESIGN.md's laws about the wire, checked request by request as they come: what a law remembers doesn't grow faster
 * than what was sent, and a check costs no more at the end of a long record than at its beginning.
 *
 * <p>It knows the Client-Server API and the outer format of Olm and Megolm messages, and nothing of Pando or of how the
 * requests were recorded: by a proxy, or in a simulation.
 */
package chat.pando.e2e.law;
