/**
 * Acknowledgements: which messages of which device another device has read, exactly.
 *
 * <p>A device numbers its messages in a room without a hole, so what another one has read of them is a few ranges.
 * Bloom filters, which SDS uses for this, say "perhaps" and take 18 KiB; these say "yes" and take nine bytes a device.
 *
 * <p>Knows {@code channel.sds} for its integers, {@code host} for its hash, and {@code matrix} for the names of
 * devices.
 */
package chat.pando.channel.ack;
