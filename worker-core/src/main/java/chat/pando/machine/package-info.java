/**
 * The end-to-end encryption of one device, sans I/O: a sync response goes in, requests come out, answers go in again.
 *
 * <p>{@link chat.pando.machine.Machine} is the way in. It holds no state but the device's own key pairs: whatever it
 * knows is read from a {@link chat.pando.store.Reads}, and whatever it does is written to a
 * {@link chat.pando.store.Draft}, which the caller commits together with the effects of its own job. So there is no
 * cache that a failed job could leave behind, and a machine may be loaded anew at any moment (laws 2, 3, 5 and 8).
 *
 * <p>Knows {@code store}, {@code crypto}, {@code matrix}, {@code host} and {@code json}; knows no network, no timeline
 * and no tab. Each duty has one class: {@code KeyUploads}, {@code DeviceTracking}, {@code SessionClaims},
 * {@code OlmInbox}, {@code OlmOutbox}, {@code RoomKeySharing}, {@code RoomDecryption}, {@code Unwedging},
 * {@code Correspondence}, {@code KeyWishes} (asks for room keys that are missing), {@code KeyRequests} (answers) and
 * {@code Precedence} (which request must come after which).
 *
 * <p>What has gone wrong in clients before, each with a test of its name; comments here cite it by number:
 *
 * <ol>
 *   <li>F1 an Olm session wedges when writers take turns, as a cache outlived its owner
 *   <li>F2 two writers both believe that they hold the lock
 *   <li>F3 another key is uploaded under an id that was used before
 *   <li>F4 the same key is signed anew for a retry, and refused
 *   <li>F5 one bad id blocks all uploads, or they loop
 *   <li>F6 an old count overtakes an upload's answer, and too many keys are uploaded
 *   <li>F7 the same key is handed to two senders
 *   <li>F8 a key is claimed after its private half was dropped
 *   <li>F9 a one-time key is lost to a bad pre-key message
 *   <li>F10 part of the storage is rolled back or evicted
 *   <li>F11 a wedged session is never replaced
 *   <li>F12 of several sessions the wrong one is used
 *   <li>F13 the room key stays lost with the message of a wedged session
 *   <li>F14 sessions multiply, as the mark of a wedge is never cleared
 *   <li>F15 a Megolm index is used twice, from a stale session
 *   <li>F16 the same event twice is taken for a replay
 *   <li>F17 to-device messages are lost between their arrival and the stored sync position
 *   <li>F18 a redelivered Olm message is taken for a wedge
 *   <li>F19 a change of a device list is lost
 *   <li>F20 two contexts refresh one token
 *   <li>F21 a fallback key is kept for ever, or dropped early
 * </ol>
 *
 * <p>F2, F10, F17 and F20 are the store's and the core's to prevent.
 */
package chat.pando.machine;
