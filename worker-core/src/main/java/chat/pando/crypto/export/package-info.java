/**
 * Room keys in a file, under a passphrase (spec, "Key exports"): PBKDF2-HMAC-SHA-512, AES-256-CTR, HMAC-SHA-256 in a
 * text with a first and a last line. What the sessions in it say is the machine's concern.
 */
package chat.pando.crypto.export;
