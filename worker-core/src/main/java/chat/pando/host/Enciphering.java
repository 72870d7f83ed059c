package chat.pando.host;

/**
 * A message to be enciphered under keys of its own.
 *
 * @param secret what its keys are derived from
 * @param header travels before the ciphertext, and is authenticated with it
 */
public record Enciphering(byte[] secret, byte[] header, byte[] plaintext) {}
