/**
 * The wire format of Scalable Data Sync (SDS), by which a message says who sent it, when in Lamport's sense, and what its
 * sender had read before: the specification's Protocol Buffers, as npm's {@code @waku/sds} writes and reads them.
 *
 * <p>The codec is written by hand. Two messages of eleven fields are smaller than any library that would read them, what is
 * pure here stands on Java alone, and libraries take what this refuses: truncated and overlong integers, text that is no
 * UTF-8, a million entries. What a later version adds is passed over, as Protocol Buffers demand.
 *
 * <p>Knows {@code json} for its UTF-8, and nothing of rooms, events or order.
 */
package chat.pando.channel.sds;
