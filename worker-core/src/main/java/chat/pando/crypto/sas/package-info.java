/**
 * Verification by short authentication strings, {@code m.sas.v1}: the commitment, the emoji and numbers that two people
 * compare, and the codes by which their devices then vouch for keys (spec, "Short Authentication String (SAS)
 * verification").
 *
 * <p>Who says what when is the machine's concern. Of the key agreements there is {@code curve25519-hkdf-sha256} only:
 * the older one binds no ephemeral keys.
 */
package chat.pando.crypto.sas;
