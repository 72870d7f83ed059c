/**
 * Encrypted attachments, version 2: AES-256-CTR under a key of their own, and a SHA-256 of the ciphertext (spec,
 * "Sending encrypted attachments", {@code EncryptedFile}).
 *
 * <p>Large files go through piece by piece. Nothing is decrypted before the hash of the whole was checked: so a large
 * file is read twice.
 */
package chat.pando.crypto.attachment;
