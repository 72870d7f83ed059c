package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.crypto.attachment.AttachmentEncryption;
import chat.pando.crypto.attachment.AttachmentKey;
import chat.pando.crypto.attachment.SmallAttachment;
import chat.pando.crypto.backup.BackedUpSession;
import chat.pando.crypto.backup.BackupDecryption;
import chat.pando.crypto.backup.BackupEncryption;
import chat.pando.crypto.export.KeyExport;
import chat.pando.crypto.qr.QrMode;
import chat.pando.crypto.qr.QrPayload;
import chat.pando.crypto.sas.SasAgreement;
import chat.pando.crypto.sas.SasMac;
import chat.pando.crypto.sas.SasMacMethod;
import chat.pando.crypto.sas.SasParticipant;
import chat.pando.crypto.sas.SasTransaction;
import chat.pando.crypto.secret.EncryptedSecret;
import chat.pando.crypto.secret.KeyDescription;
import chat.pando.crypto.secret.PassphraseParameters;
import chat.pando.crypto.secret.RecoveryKey;
import chat.pando.crypto.secret.SecretStorage;
import chat.pando.crypto.secret.StorageKey;
import chat.pando.crypto.signing.CrossSigner;
import chat.pando.crypto.signing.SigningSeed;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whatever is printed of verifications, files, backups and secrets, and of what they refuse, tells none of them. */
class FormatPrintingTest {

    private static final String USER = "@nobody-may-read-this:example.org";
    private static final String TEXT = "nobody else is to read this either";

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final JvmEntropy entropy = new JvmEntropy();

    @Test
    void verifications() throws CryptoException {
        AgreementKey alice = primitives.newAgreementKey();
        AgreementKey bob = primitives.newAgreementKey();
        Ed25519PublicKey key = Ed25519PublicKey.of(primitives.newSigningKey());
        SasParticipant starter = new SasParticipant(USER, TEXT, Curve25519PublicKey.of(alice));
        SasParticipant accepter = new SasParticipant(USER, TEXT, Curve25519PublicKey.of(bob));
        SasTransaction transaction = new SasTransaction(starter, accepter, TEXT);
        SasAgreement ours = SasAgreement.of(primitives, alice, transaction);
        SasAgreement theirs = SasAgreement.of(primitives, bob, transaction);
        SasMac mac = ours.ours(SasMacMethod.HKDF_HMAC_SHA256_V2).of(Map.of(TEXT, key));
        Ed25519PublicKey another = Ed25519PublicKey.of(primitives.newSigningKey());
        QrPayload code = new QrPayload(QrMode.OTHER_USER, TEXT, key, key, Utf8.encode(TEXT));
        tellsNothing(
                List.of(starter, transaction, ours, ours.shortString(), mac, code,
                        refusal(() -> theirs.theirs(SasMacMethod.HKDF_HMAC_SHA256_V2)
                                .check(mac, Map.of(TEXT, another))),
                        refusal(() -> QrPayload.decode(Arrays.copyOf(code.encode(), 60)))),
                Utf8.encode(mac.keys()), Utf8.encode(ours.shortString().emoji().get(0).description()),
                Utf8.encode(ours.shortString().numbers().toString()), key.bytes());
    }

    @Test
    void attachmentsAndBackups() throws CryptoException {
        SmallAttachment file = SmallAttachment.encrypt(primitives, entropy, Utf8.encode(TEXT));
        String key = file.key().toJson().at("key").requireString("k");
        BackupDecryption backup = new BackupDecryption(primitives, primitives.newAgreementKey());
        BackedUpSession session = new BackupEncryption(primitives, backup.publicKey()).encrypt(Utf8.encode(TEXT));
        BackupDecryption another = new BackupDecryption(primitives, primitives.newAgreementKey());
        tellsNothing(
                List.of(file, file.key(), new AttachmentEncryption(primitives, entropy), backup, session,
                        refusal(() -> new SmallAttachment(file.key(), new byte[3]).decrypt(primitives)),
                        refusal(() -> AttachmentKey.read(file.key().toJson().without("iv"))),
                        refusal(() -> another.decrypt(session))),
                Utf8.encode(key), file.ciphertext(), session.ciphertext(), session.mac());
    }

    @Test
    void secretsAndFiles() throws CryptoException {
        SecretStorage storage = new SecretStorage(primitives, entropy);
        StorageKey key = storage.newKey();
        String recoveryKey = key.recoveryKey();
        PassphraseParameters parameters = new PassphraseParameters(TEXT, 1);
        KeyDescription description = storage.describe(key, Optional.of(TEXT), Optional.of(parameters));
        EncryptedSecret secret = storage.encrypt(key, USER, TEXT);
        SigningSeed seed = SigningSeed.random(entropy);
        KeyExport export = new KeyExport(primitives, entropy);
        String file = export.write(Utf8.encode(TEXT), TEXT.toCharArray(), 1);
        tellsNothing(
                List.of(key, parameters, description, description.check().orElseThrow(), secret, seed, export,
                        new CrossSigner(primitives, USER).master(seed.pair(primitives)),
                        refusal(() -> storage.decrypt(storage.newKey(), USER, secret)),
                        refusal(() -> RecoveryKey.read(recoveryKey.substring(3))),
                        refusal(() -> SigningSeed.fromBase64(seed.base64().substring(3))),
                        refusal(() -> export.read(file, USER.toCharArray()))),
                Utf8.encode(recoveryKey), RecoveryKey.read(recoveryKey), UnpaddedBase64.decode(seed.base64()),
                secret.ciphertext());
    }

    private static CryptoException refusal(Executable reading) {
        return assertThrows(CryptoException.class, reading);
    }

    private static void tellsNothing(List<Object> printed, byte[]... secrets) {
        List<String> forms = new ArrayList<>(List.of(USER, TEXT));
        for (byte[] secret : secrets) {
            forms.add(new String(secret, StandardCharsets.UTF_8));
            forms.add(UnpaddedBase64.encode(secret));
            forms.add(HexFormat.of().formatHex(secret));
            forms.add(Arrays.toString(secret));
        }
        for (Object value : printed) {
            for (String form : forms) {
                assertFalse(value.toString().contains(form), value.getClass() + " tells what it knows");
            }
        }
    }
}
