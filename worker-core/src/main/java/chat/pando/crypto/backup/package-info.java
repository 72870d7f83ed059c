/**
 * The key backup's cipher, {@code m.megolm_backup.v1.curve25519-aes-sha2}: anyone who knows the backup's public key
 * adds sessions, the owner of the private key reads them (spec, "Server-side key backups").
 *
 * <p>Its code authenticates nothing: by a mistake of libolm's that became the specification it is that of an empty
 * text. So what comes out of a backup is as good as the server.
 */
package chat.pando.crypto.backup;
