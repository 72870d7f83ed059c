package chat.pando.conformance;

import chat.pando.host.Agreement;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Derivation;
import chat.pando.host.Derivations;
import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import chat.pando.host.SignedBytes;
import chat.pando.host.SigningKey;
import chat.pando.host.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** That the calls for many messages yield what the single primitives would, one after the other. */
public final class BatchConformance implements Conformance {

    private static final int COUNT = 40;
    private static final byte[] EMPTY = {};
    private static final byte[] INFO = text("INFO");

    private final Primitives primitives;

    public BatchConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("agreement keys: all different, all usable", this::newKeys),
                new Case("signatures: each is its message's, and only those hold", this::signatures),
                new Case("signatures: none holds under what is no key", this::noKey),
                new Case("agreements: derived from as one secret", this::agreements),
                new Case("agreements: one that gives no secret spoils its own derivation alone", this::noSecret),
                new Case("ciphers after agreements: as one call after the other would", this::afterAgreements),
                new Case("ciphers after agreements: also of what is long", this::longAfterAgreements),
                new Case("ciphers after agreements: also of none", this::afterNone),
                new Case("a chain of keys: each from the one before", this::chain),
                new Case("enciphered: as single steps would", this::enciphered),
                new Case("deciphered: what is whole and nothing else", this::deciphered),
                new Case("deciphered: not what is vouched for and badly padded", this::badlyPadded),
                new Case("long messages, as single steps would", this::longMessages),
                new Case("nothing at all", this::nothing));
    }

    private void newKeys() throws CryptoException {
        List<AgreementKey> keys = primitives.newAgreementKeys(COUNT);
        Check.equal(COUNT, keys.size());
        Check.equal((long) COUNT, keys.stream().map(key -> Hex.of(key.publicKey())).distinct().count());
        AgreementKey other = primitives.newAgreementKey();
        byte[] secret = primitives.agree(keys.get(COUNT - 1), other.publicKey());
        Check.equal(secret, primitives.agree(other, keys.get(COUNT - 1).publicKey()));
    }

    private void signatures() {
        SigningKey key = primitives.newSigningKey();
        List<byte[]> messages = messages();
        List<byte[]> signatures = primitives.signAll(key, messages);
        List<SignedBytes> signed = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            // Of four, one has another's signature, and one has one that is too short to be any.
            byte[] signature = signatures.get(i % 4 == 1 ? (i + 1) % COUNT : i);
            signed.add(new SignedBytes(messages.get(i), i % 4 == 2 ? Arrays.copyOf(signature, 63) : signature));
        }
        List<Boolean> genuine = primitives.verifyAll(key.publicKey(), signed);
        for (int i = 0; i < COUNT; i++) {
            Check.equal(i % 4 == 0 || i % 4 == 3, genuine.get(i));
            Check.that(primitives.verify(key.publicKey(), messages.get(i), signatures.get(i)), "each signature");
        }
    }

    private void noKey() {
        byte[] signature = primitives.sign(primitives.newSigningKey(), INFO);
        List<SignedBytes> signed = List.of(new SignedBytes(INFO, signature), new SignedBytes(INFO, signature));
        Check.equal(List.of(false, false), primitives.verifyAll(new byte[31], signed));
        Check.equal(List.of(false, false), primitives.verifyAll(primitives.newSigningKey().publicKey(), signed));
    }

    private void agreements() throws CryptoException {
        AgreementKey one = primitives.newAgreementKey();
        AgreementKey two = primitives.newAgreementKey();
        byte[] theirs = primitives.newAgreementKey().publicKey();
        byte[] others = primitives.newAgreementKey().publicKey();
        List<Agreement> three =
                List.of(new Agreement(one, theirs), new Agreement(two, theirs), new Agreement(two, others));
        byte[] secrets = concat(
                primitives.agree(one, theirs), primitives.agree(two, theirs), primitives.agree(two, others));
        byte[] salt = text("salt");
        List<Optional<byte[]>> derived = primitives.deriveAll(derivations(
                new Derivation(three, EMPTY),
                new Derivation(three, salt),
                new Derivation(three.subList(1, 2), salt)));
        Check.equal(3, derived.size());
        Check.equal(primitives.hkdfSha256(secrets, EMPTY, INFO, 64), derived.get(0).orElseThrow());
        Check.equal(primitives.hkdfSha256(secrets, salt, INFO, 64), derived.get(1).orElseThrow());
        Check.equal(
                primitives.hkdfSha256(primitives.agree(two, theirs), salt, INFO, 64),
                derived.get(2).orElseThrow());
    }

    private void noSecret() {
        AgreementKey mine = primitives.newAgreementKey();
        Agreement sound = new Agreement(mine, primitives.newAgreementKey().publicKey());
        for (byte[] spoilt : List.of(new byte[32], new byte[31])) {
            List<Optional<byte[]>> derived = primitives.deriveAll(derivations(
                    new Derivation(List.of(sound), EMPTY),
                    new Derivation(List.of(sound, new Agreement(mine, spoilt)), EMPTY),
                    new Derivation(List.of(sound), EMPTY)));
            Check.that(derived.get(1).isEmpty(), "nothing derived");
            Check.equal(derived.get(0).orElseThrow(), derived.get(2).orElseThrow());
        }
    }

    private void afterAgreements() {
        goThroughAgreements(messages(), agreementsOf(COUNT));
        goThroughAgreements(messages(), agreementsOf(1));
    }

    private void longAfterAgreements() {
        goThroughAgreements(List.of(new byte[20_000], INFO, new byte[60_000]), agreementsOf(3));
    }

    private void afterNone() {
        goThroughAgreements(messages(), derivations());
    }

    private Derivations agreementsOf(int count) {
        List<Derivation> all = new ArrayList<>();
        for (AgreementKey mine : primitives.newAgreementKeys(count)) {
            Agreement agreement = new Agreement(mine, primitives.newAgreementKey().publicKey());
            all.add(new Derivation(List.of(agreement), EMPTY));
        }
        return derivations(all.toArray(new Derivation[0]));
    }

    /** Enciphers and deciphers under secrets that are derived first, and compares with what single calls make. */
    private void goThroughAgreements(List<byte[]> messages, Derivations keys) {
        List<byte[]> secrets = new ArrayList<>();
        List<byte[]> enciphered = primitives.encipher(keys, INFO, derived -> {
            for (int i = 0; i < messages.size(); i++) {
                byte[] key = derived.isEmpty() ? secret(i) : derived.get(i % derived.size()).orElseThrow();
                secrets.add(primitives.hmacSha256(key, header(i)));
            }
            return enciphering(messages, secrets);
        });
        equal(primitives.encipher(INFO, enciphering(messages, secrets)), enciphered);
        List<Deciphering> work = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            work.add(damaged(0, i, enciphered.get(i), secrets.get(i)));
        }
        List<byte[]> plaintexts = new ArrayList<>();
        primitives.decipher(keys, INFO, derived -> work).forEach(plain -> plaintexts.add(plain.orElseThrow()));
        equal(messages, plaintexts);
    }

    private static void equal(List<byte[]> expected, List<byte[]> actual) {
        Check.equal(expected.stream().map(Hex::of).toList(), actual.stream().map(Hex::of).toList());
    }

    private void chain() {
        byte[] key = Hex.range(0, 32);
        List<byte[]> keys = primitives.hmacSha256Chain(key, INFO, 255);
        Check.equal(255, keys.size());
        for (byte[] next : keys) {
            key = primitives.hmacSha256(key, INFO);
            Check.equal(key, next);
        }
    }

    private void enciphered() {
        List<byte[]> messages = messages();
        List<byte[]> enciphered = primitives.encipher(INFO, enciphering(messages));
        for (int i = 0; i < COUNT; i++) {
            byte[] keys = primitives.hkdfSha256(secret(i), EMPTY, INFO, 80);
            byte[] ciphertext = primitives.aesCbcEncrypt(
                    Arrays.copyOf(keys, 32), Arrays.copyOfRange(keys, 64, 80), messages.get(i));
            byte[] payload = concat(header(i), ciphertext);
            byte[] code = primitives.hmacSha256(Arrays.copyOfRange(keys, 32, 64), payload);
            Check.equal(concat(payload, Arrays.copyOf(code, Primitives.CODE_LENGTH)), enciphered.get(i));
        }
    }

    private void deciphered() {
        List<byte[]> messages = messages();
        List<byte[]> enciphered = primitives.encipher(INFO, enciphering(messages));
        List<Deciphering> work = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            work.add(damaged(i % 6, i, enciphered.get(i)));
        }
        List<Optional<byte[]>> plaintexts = primitives.decipher(INFO, work);
        for (int i = 0; i < COUNT; i++) {
            Check.equal(i % 6 == 0, plaintexts.get(i).isPresent());
            if (i % 6 == 0) {
                Check.equal(messages.get(i), plaintexts.get(i).get());
            }
        }
    }

    /** A message, sound (0) or damaged in one of five ways. */
    private static Deciphering damaged(int way, int index, byte[] enciphered) {
        return damaged(way, index, enciphered, secret(index));
    }

    private static Deciphering damaged(int way, int index, byte[] enciphered, byte[] secret) {
        int end = enciphered.length - Primitives.CODE_LENGTH;
        int begin = header(index).length;
        byte[] message = enciphered.clone();
        Span ciphertext = new Span(begin, end);
        switch (way) {
            case 1 -> message[0] ^= 1;
            case 2 -> message[message.length - 1] ^= (byte) 0x80;
            case 3 -> ciphertext = new Span(begin, end - 1);
            case 4 -> ciphertext = new Span(begin, begin);
            case 5 -> message[end - 1] ^= 1;
            default -> { }
        }
        return new Deciphering(secret, message, end, ciphertext);
    }

    private void badlyPadded() {
        byte[] keys = primitives.hkdfSha256(secret(0), EMPTY, INFO, 80);
        byte[] macKey = Arrays.copyOfRange(keys, 32, 64);
        int begin = header(0).length;
        // Sixteen blocks of anything: that one of them decrypts to a sound padding is a matter of chance, all never.
        List<Deciphering> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            byte[] payload = concat(header(0), Hex.range(i, i + 16));
            byte[] code = Arrays.copyOf(primitives.hmacSha256(macKey, payload), Primitives.CODE_LENGTH);
            work.add(new Deciphering(
                    secret(0), concat(payload, code), payload.length, new Span(begin, payload.length)));
        }
        Check.that(primitives.decipher(INFO, work).contains(Optional.empty()), "a refusal");
    }

    private void longMessages() {
        List<byte[]> messages = List.of(new byte[20_000], INFO, new byte[60_000]);
        List<byte[]> enciphered = primitives.encipher(INFO, enciphering(messages));
        List<Deciphering> work = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            byte[] keys = primitives.hkdfSha256(secret(i), EMPTY, INFO, 80);
            byte[] payload = Arrays.copyOf(enciphered.get(i), enciphered.get(i).length - Primitives.CODE_LENGTH);
            byte[] code = primitives.hmacSha256(Arrays.copyOfRange(keys, 32, 64), payload);
            Check.equal(concat(payload, Arrays.copyOf(code, Primitives.CODE_LENGTH)), enciphered.get(i));
            work.add(damaged(0, i, enciphered.get(i)));
        }
        List<Optional<byte[]>> plaintexts = primitives.decipher(INFO, work);
        for (int i = 0; i < messages.size(); i++) {
            Check.equal(messages.get(i), plaintexts.get(i).orElseThrow());
        }
    }

    private void nothing() {
        SigningKey key = primitives.newSigningKey();
        Check.equal(List.of(), primitives.newAgreementKeys(0));
        Check.equal(List.of(), primitives.signAll(key, List.of()));
        Check.equal(List.of(), primitives.verifyAll(key.publicKey(), List.of()));
        Check.equal(List.of(), primitives.deriveAll(derivations()));
        Check.equal(List.of(), primitives.hmacSha256Chain(INFO, INFO, 0));
        Check.equal(List.of(), primitives.encipher(INFO, List.of()));
        Check.equal(List.of(), primitives.decipher(INFO, List.of()));
    }

    private static Derivations derivations(Derivation... derivations) {
        return new Derivations(List.of(derivations), INFO, 64);
    }

    private static List<Enciphering> enciphering(List<byte[]> messages) {
        List<byte[]> secrets = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            secrets.add(secret(i));
        }
        return enciphering(messages, secrets);
    }

    private static List<Enciphering> enciphering(List<byte[]> messages, List<byte[]> secrets) {
        List<Enciphering> work = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            work.add(new Enciphering(secrets.get(i), header(i), messages.get(i)));
        }
        return work;
    }

    /** Of all lengths from none to more than two blocks. */
    private static List<byte[]> messages() {
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            messages.add(Hex.range(i, 2 * i));
        }
        return messages;
    }

    private static byte[] secret(int index) {
        return Hex.range(index, index + 128);
    }

    private static byte[] header(int index) {
        return Hex.range(0, index % 5);
    }

    private static byte[] concat(byte[]... parts) {
        StringBuilder all = new StringBuilder();
        for (byte[] part : parts) {
            all.append(Hex.of(part));
        }
        return Hex.bytes(all.toString());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
