/**
 * The end-to-end encryption of one device, sans I/O: a sync response goes in, requests come out, answers go in again.
 *
 * <p>{@link chat.pando.machine.Machine} is the way in. It holds no state but the device's own key pairs: whatever it
 * knows is read from a {@link chat.pando.store.Reads}, and whatever it does is written to a
 * {@link chat.pando.store.Draft}, which the caller commits together with the effects of its own job. So there is no cache
 * that a failed job could leave behind, and a machine may be loaded anew at any moment (laws 2, 3, 5 and 8).
 *
 * <p>Knows {@code store}, {@code crypto}, {@code matrix}, {@code host} and {@code json}; knows no network, no timeline
 * and no tab. Each duty has one class: {@code KeyUploads}, {@code DeviceTracking}, {@code SessionClaims},
 * {@code OlmInbox}, {@code OlmOutbox}, {@code RoomKeySharing}, {@code RoomDecryption}, {@code Unwedging}.
 */
package chat.pando.machine;
