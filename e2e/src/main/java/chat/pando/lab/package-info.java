/**
 * The lab: a command line that puts the packaged Pando into situations that no test of one thing covers.
 *
 * <p>It sees Pando from outside only: through browsers, through a proxy before the homeserver, and as a process.
 */
package chat.pando.lab;
