/**
 * The measurement of the reliable channel: people whose whole cores run on this JVM talk in one encrypted room through
 * a line that loses, delays and cuts, and their cores are killed meanwhile.
 *
 * <p>It judges from outside: by what people asked for, by what their tabs showed and when, by what was on their disks,
 * and by what went over the wire. The ledger has a causal clock of its own, which knows nothing of the one in the
 * messages.
 */
package chat.pando.lab.channel;
