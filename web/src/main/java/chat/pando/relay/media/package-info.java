/**
 * Files that users have uploaded.
 *
 * <p>Knows the database and nothing of rooms: most files are ciphertext whose key only the receivers have.
 */
package chat.pando.relay.media;
