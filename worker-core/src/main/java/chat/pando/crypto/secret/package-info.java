/**
 * Secret storage, {@code m.secret_storage.v1.aes-hmac-sha2}: secrets in account data, encrypted under a key that only
 * its owner has, as a recovery key or as a passphrase (spec, "Secrets"; appendix "Cryptographic key representation").
 */
package chat.pando.crypto.secret;
