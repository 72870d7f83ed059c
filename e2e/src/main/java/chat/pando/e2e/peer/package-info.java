/** Other clients on the same homeserver: a bare session for checks, and whole Matrix clients that others wrote. */
package chat.pando.e2e.peer;
