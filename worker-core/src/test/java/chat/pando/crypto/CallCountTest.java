package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.jvm.JcaPrimitives;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Olm and Megolm ask of the platform, call by call. A browser answers each with a promise, save for hashes of what is
 * short and for keys that lie ready; a wait costs as much as a cipher, so that there may not be more of them.
 */
class CallCountTest {

    private static final int COUNT = 50;
    private static final Set<String> PROMPT = Set.of("hmacSha256", "hmacSha256Chain", "hkdfSha256", "sha256");
    private static final byte[] TEXT = "a message".getBytes(StandardCharsets.UTF_8);

    private final List<String> calls = new ArrayList<>();
    private final Primitives watched = watched(new JcaPrimitives());
    private final Olm olm = new Olm(watched);
    private final Megolm megolm = new Megolm(watched, count -> new byte[count]);
    private final OlmAccount alice = olm.newAccount();
    private final OlmAccount bob = olm.newAccount();
    private final OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);

    /** What the platform does within one call isn't seen. */
    private Primitives watched(Primitives platform) {
        return (Primitives) Proxy.newProxyInstance(
                Primitives.class.getClassLoader(), new Class<?>[] {Primitives.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(platform, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** The calls since the last look that a browser doesn't answer at once. */
    private List<String> waits() {
        List<String> waits = calls.stream().filter(call -> !PROMPT.contains(call)).toList();
        calls.clear();
        return waits;
    }

    private OlmMessage travelled(OlmMessage message) throws CryptoException {
        return OlmMessage.parse(message.type(), message.body());
    }

    @Test
    void aSessionBeginsWithOneDerivation() throws CryptoException {
        waits();
        OlmSession session = olm.outbound(alice, bob.identityKey(), key.publicKey());
        assertEquals(List.of("newAgreementKey", "deriveAll", "newAgreementKey"), waits());
        olm.encrypt(session, TEXT);
        assertEquals(List.of("encipher"), waits());
    }

    @Test
    void manySessionsBeginAndEncryptWithAsManyCallsAsOne() {
        List<Olm.Claimed> claimed = new ArrayList<>();
        olm.newOneTimeKeys(0, COUNT).forEach(key -> claimed.add(new Olm.Claimed(bob.identityKey(), key.publicKey())));
        waits();
        List<Olm.Outgoing> outgoing = olm.outboundAll(alice, claimed).stream()
                .map(session -> new Olm.Outgoing(session.orElseThrow(), TEXT))
                .toList();
        assertEquals(List.of("deriveAll"), withoutNewKeys(waits(), 2 * COUNT));
        olm.encryptAll(outgoing);
        assertEquals(List.of("encipher"), waits());
    }

    private static List<String> withoutNewKeys(List<String> waits, int expected) {
        List<String> others = waits.stream().filter(call -> !call.equals("newAgreementKey")).toList();
        assertEquals(expected, waits.size() - others.size());
        return others;
    }

    @Test
    void everyMessageThereAndBackIsOneCallAtEachEnd() throws CryptoException {
        OlmSession begun = olm.outbound(alice, bob.identityKey(), key.publicKey());
        OlmSession.Encrypted first = olm.encrypt(begun, TEXT);
        PreKeyMessage preKey = (PreKeyMessage) travelled(first.message());
        waits();
        OlmSession bobs = olm.inbound(bob, alice.identityKey(), preKey, key.pair()).next();
        assertEquals(List.of("decipher"), waits());
        OlmSession alices = first.next();
        for (int i = 0; i < 3; i++) {
            OlmSession.Encrypted there = olm.encrypt(bobs, TEXT);
            assertEquals(List.of("newAgreementKey", "encipher"), waits());
            alices = olm.decrypt(alices, travelled(there.message())).next();
            assertEquals(List.of("decipher"), waits());
            OlmSession.Encrypted back = olm.encrypt(alices, TEXT);
            assertEquals(List.of("newAgreementKey", "encipher"), waits());
            bobs = olm.decrypt(there.next(), travelled(back.message())).next();
            assertEquals(List.of("decipher"), waits());
            alices = back.next();
        }
    }

    @Test
    void aBatchOfMegolmIsSignedAndEncipheredInOneCallEach() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession inbound = megolm.inbound(megolm.sessionKey(outbound));
        List<byte[]> plaintexts = Stream.generate(() -> TEXT).limit(COUNT).toList();
        waits();
        List<String> ciphertexts = megolm.encryptAll(outbound, plaintexts).ciphertexts();
        assertEquals(List.of("encipher", "signAll"), waits());
        List<GroupMessage> messages = new ArrayList<>();
        for (String ciphertext : ciphertexts) {
            messages.add(GroupMessage.parse(ciphertext));
        }
        megolm.decryptAll(inbound, messages);
        assertEquals(List.of("verifyAll", "decipher"), waits());
    }

    @Test
    void newOneTimeKeysAreOneCall() {
        waits();
        olm.newOneTimeKeys(0, COUNT);
        assertEquals(List.of("newAgreementKeys"), waits());
    }
}
