package chat.pando.conformance;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SealingKey;
import chat.pando.host.Tasks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What every {@link Primitives} promises of its hashes and ciphers. */
public final class CipherConformance implements Conformance {

    private static final byte[] EMPTY = {};
    private static final String SMALL_KEYS = "0102030405060708090a0b0c0d0e0f10111213141516171819";

    /** RFC 4231, sections 4.2 to 4.5, 4.7 and 4.8: key, message, HMAC-SHA-256. */
    private static final List<Mac> PUBLISHED_MACS = List.of(
            new Mac("0b".repeat(20), text("Hi There"),
                    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            new Mac(Hex.of(text("Jefe")), text("what do ya want for nothing?"),
                    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            new Mac("aa".repeat(20), Hex.bytes("dd".repeat(50)),
                    "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            new Mac(SMALL_KEYS, Hex.bytes("cd".repeat(50)),
                    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
            new Mac("aa".repeat(131), text("Test Using Larger Than Block-Size Key - Hash Key First"),
                    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
            new Mac("aa".repeat(131), text("This is a test using a larger than block-size key and a larger than "
                            + "block-size data. The key needs to be hashed before being used by the HMAC algorithm."),
                    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"));

    /** NIST SP 800-38A, section F.2.5, without padding. */
    private static final byte[] NIST_KEY =
            Hex.bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    private static final byte[] NIST_IV = Hex.range(0, 16);
    private static final byte[] NIST_PLAINTEXT =
            Hex.bytes("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                    + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
    private static final byte[] NIST_CIPHERTEXT =
            Hex.bytes("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                    + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b");

    private final Primitives primitives;
    private final Tasks tasks;

    public CipherConformance(Primitives primitives, Tasks tasks) {
        this.primitives = primitives;
        this.tasks = tasks;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("SHA-256: published hashes", this::hashes),
                new Case("HMAC: published codes", this::macs),
                new Case("HMAC: many messages under one key, in their order", this::manyMacs),
                new Case("HMAC: an empty key and an empty message", this::emptyMac),
                new Case("HKDF: published keys", this::derivedKeys),
                new Case("HKDF: of any length up to the longest", this::derivedLengths),
                new Case("AES-CBC: the published ciphertext, and a block of padding", this::publishedCiphertext),
                new Case("AES-CBC: every length comes back", this::cbcLengths),
                new Case("AES-CBC: a wrong length is refused", this::cbcWrongLength),
                new Case("AES-CBC: a wrong padding is refused", this::cbcWrongPadding),
                new Case("AES-GCM: every length comes back", this::sealedLengths),
                new Case("AES-GCM: never sealed twice alike", this::sealedTwice),
                new Case("AES-GCM: other associated data are refused", this::otherAssociatedData),
                new Case("AES-GCM: another key is refused", this::otherSealingKey),
                new Case("AES-GCM: every changed byte, and what is cut, is refused", this::sealedChanged),
                new Case("inputs stay as they were, results are the caller's own", this::noAliases),
                new Case("many operations at once do not mix", this::manyAtOnce));
    }

    private void hashes() {
        hashes("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "");
        hashes("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc");
        hashes("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
        hashes("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", "a".repeat(1_000_000));
    }

    private void hashes(String expected, String message) {
        Check.equal(expected, Hex.of(primitives.sha256(text(message))));
    }

    private void macs() {
        for (Mac mac : PUBLISHED_MACS) {
            Check.equal(mac.code(), Hex.of(primitives.hmacSha256(Hex.bytes(mac.key()), mac.message())));
        }
    }

    private void manyMacs() {
        List<byte[]> messages = List.of(text("b"), EMPTY, text("a"), text("b"));
        List<byte[]> macs = primitives.hmacSha256(text("key"), messages);
        Check.equal(4, macs.size());
        for (int i = 0; i < 4; i++) {
            Check.equal(primitives.hmacSha256(text("key"), messages.get(i)), macs.get(i));
        }
        Check.equal(macs.get(0), macs.get(3));
        Check.equal(0, primitives.hmacSha256(text("key"), List.of()).size());
    }

    private void emptyMac() {
        Check.equal(
                "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad",
                Hex.of(primitives.hmacSha256(EMPTY, EMPTY)));
    }

    /** RFC 5869, sections A.1 to A.3. */
    private void derivedKeys() {
        Check.equal(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                Hex.of(primitives.hkdfSha256(
                        Hex.bytes("0b".repeat(22)), Hex.range(0, 0x0d), Hex.range(0xf0, 0xfa), 42)));
        Check.equal(
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                        + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                        + "cc30c58179ec3e87c14c01d5c1f3434f1d87",
                Hex.of(primitives.hkdfSha256(Hex.range(0, 0x50), Hex.range(0x60, 0xb0), Hex.range(0xb0, 0x100), 82)));
        Check.equal(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
                Hex.of(primitives.hkdfSha256(Hex.bytes("0b".repeat(22)), EMPTY, EMPTY, 42)));
    }

    private void derivedLengths() {
        byte[] longest = primitives.hkdfSha256(text("secret"), EMPTY, text("info"), 8_160);
        Check.equal(8_160, longest.length);
        for (int length : new int[] {1, 31, 32, 33, 64, 80}) {
            byte[] shorter = primitives.hkdfSha256(text("secret"), new byte[32], text("info"), length);
            Check.equal(Arrays.copyOf(longest, length), shorter);
        }
    }

    private void publishedCiphertext() throws CryptoException {
        byte[] padded = primitives.aesCbcEncrypt(NIST_KEY, NIST_IV, NIST_PLAINTEXT);
        Check.equal(NIST_CIPHERTEXT.length + 16, padded.length);
        Check.equal(NIST_CIPHERTEXT, Arrays.copyOf(padded, NIST_CIPHERTEXT.length));
        Check.equal(NIST_PLAINTEXT, primitives.aesCbcDecrypt(NIST_KEY, NIST_IV, padded));
    }

    private void cbcLengths() throws CryptoException {
        for (int length : new int[] {0, 1, 15, 16, 17, 31, 32, 33, 1_000, 65_536}) {
            byte[] plaintext = new byte[length];
            Arrays.fill(plaintext, (byte) 16);
            byte[] ciphertext = primitives.aesCbcEncrypt(NIST_KEY, NIST_IV, plaintext);
            Check.equal((length / 16 + 1) * 16, ciphertext.length);
            Check.equal(plaintext, primitives.aesCbcDecrypt(NIST_KEY, NIST_IV, ciphertext));
        }
    }

    private void cbcWrongLength() {
        byte[] padded = primitives.aesCbcEncrypt(NIST_KEY, NIST_IV, NIST_PLAINTEXT);
        for (int length : new int[] {0, 1, 15, 17, 31, 79}) {
            refusesCbc(Arrays.copyOf(padded, length));
        }
    }

    /** What the published plaintext's blocks end in is no padding. */
    private void cbcWrongPadding() {
        for (int length : new int[] {16, 32, 48, 64}) {
            refusesCbc(Arrays.copyOf(NIST_CIPHERTEXT, length));
        }
    }

    private void refusesCbc(byte[] ciphertext) {
        Check.throwsA(CryptoException.class, () -> primitives.aesCbcDecrypt(NIST_KEY, NIST_IV, ciphertext));
    }

    private void sealedLengths() throws CryptoException {
        SealingKey key = primitives.newSealingKey();
        for (int length : new int[] {0, 1, 15, 16, 17, 1_000, 300_000}) {
            byte[] plaintext = new byte[length];
            Arrays.fill(plaintext, (byte) 7);
            byte[] sealed = primitives.seal(key, plaintext, text("row"));
            Check.equal(12 + length + 16, sealed.length);
            Check.equal(plaintext, primitives.open(key, sealed, text("row")));
        }
        Check.equal(text("x"), primitives.open(key, primitives.seal(key, text("x"), EMPTY), EMPTY));
    }

    private void sealedTwice() {
        SealingKey key = primitives.newSealingKey();
        byte[] one = primitives.seal(key, text("same"), EMPTY);
        byte[] other = primitives.seal(key, text("same"), EMPTY);
        Check.that(!Arrays.equals(Arrays.copyOf(one, 12), Arrays.copyOf(other, 12)), "a fresh nonce");
        Check.that(!Arrays.equals(one, other), "another ciphertext");
    }

    private void otherAssociatedData() {
        SealingKey key = primitives.newSealingKey();
        byte[] sealed = primitives.seal(key, text("secret"), text("row 1"));
        for (byte[] other : List.of(text("row 2"), text("row 1 "), EMPTY)) {
            Check.throwsA(CryptoException.class, () -> primitives.open(key, sealed, other));
        }
    }

    private void otherSealingKey() {
        byte[] sealed = primitives.seal(primitives.newSealingKey(), text("secret"), EMPTY);
        SealingKey other = primitives.newSealingKey();
        Check.throwsA(CryptoException.class, () -> primitives.open(other, sealed, EMPTY));
    }

    private void sealedChanged() {
        SealingKey key = primitives.newSealingKey();
        byte[] sealed = primitives.seal(key, text("secret"), EMPTY);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 0x40;
            Check.throwsA(CryptoException.class, () -> primitives.open(key, changed, EMPTY));
            byte[] cut = Arrays.copyOf(sealed, at);
            Check.throwsA(CryptoException.class, () -> primitives.open(key, cut, EMPTY));
        }
    }

    private void noAliases() throws CryptoException {
        byte[] key = NIST_KEY.clone();
        byte[] iv = NIST_IV.clone();
        byte[] plaintext = NIST_PLAINTEXT.clone();
        byte[] ciphertext = primitives.aesCbcEncrypt(key, iv, plaintext);
        byte[] decrypted = primitives.aesCbcDecrypt(key, iv, ciphertext);
        List<byte[]> macs = primitives.hmacSha256(key, List.of(plaintext, plaintext));
        byte[] hash = primitives.sha256(plaintext);
        for (byte[] result : List.of(decrypted, macs.get(0), hash, primitives.hkdfSha256(key, iv, plaintext, 32))) {
            Arrays.fill(result, (byte) 0);
        }
        Check.equal(primitives.hmacSha256(key, plaintext), macs.get(1));
        Check.equal(NIST_KEY, key);
        Check.equal(NIST_IV, iv);
        Check.equal(NIST_PLAINTEXT, plaintext);
        Check.equal(NIST_CIPHERTEXT, Arrays.copyOf(ciphertext, NIST_CIPHERTEXT.length));
    }

    private void manyAtOnce() {
        List<Supplier<String>> hashes = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            byte[] message = text("message " + i);
            expected.add(Hex.of(primitives.hmacSha256(NIST_KEY, message)));
            hashes.add(() -> Hex.of(primitives.hmacSha256(NIST_KEY, message)));
        }
        Check.equal(expected, tasks.all(hashes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A code that a specification prints: key and code in hexadecimal. */
    private record Mac(String key, byte[] message, String code) {}
}
