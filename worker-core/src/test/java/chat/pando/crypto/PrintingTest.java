package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.CryptoException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import chat.pando.jvm.JcaPrimitives;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is printed, of sessions in any state and of what they refuse, tells no key and no content. */
class PrintingTest {

    private static final byte[] PLAINTEXT = "nobody else is to read this".getBytes(StandardCharsets.UTF_8);

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Olm olm = new Olm(primitives);
    private final Megolm megolm = new Megolm(primitives, count -> {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0x5a);
        return bytes;
    });

    @Test
    void olm() throws CryptoException {
        OlmAccount alice = olm.newAccount();
        OlmAccount bob = olm.newAccount();
        OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);
        OlmSession.Encrypted overtaken =
                olm.encrypt(olm.outbound(alice, bob.identityKey(), key.publicKey()), PLAINTEXT);
        OlmSession.Encrypted sent = olm.encrypt(overtaken.next(), PLAINTEXT);
        PreKeyMessage message = assertInstanceOf(PreKeyMessage.class, sent.message());
        OlmSession.Decrypted read = olm.inbound(bob, alice.identityKey(), message, key.pair());
        DoubleRatchet sending = sent.next().ratchet();
        DoubleRatchet receiving = read.next().ratchet();
        SendingChain.Active active = assertInstanceOf(SendingChain.Active.class, sending.sending());
        ReceivingChain chain = receiving.receiving().get(0);
        List<Object> printed = List.of(
                alice, alice.identity(), alice.signingKey(), key, key.pair(), overtaken, sent, message, read,
                sent.next(), read.next(), sending, receiving, sending.root(), active, active.ratchetKey(),
                active.chain(), active.chain().step(primitives), receiving.sending(), chain, chain.skipped().get(0),
                message.keys(), message.ratchetMessage(),
                refusal(() -> olm.decrypt(read.next(), message)),
                refusal(() -> olm.inbound(bob, bob.identityKey(), message, key.pair())));
        tellsNothing(printed, List.of(sent.next().toJson(), read.next().toJson()));
    }

    @Test
    void megolm() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        String sessionKey = megolm.sessionKey(outbound);
        InboundGroupSession inbound = megolm.inbound(sessionKey);
        OutboundGroupSession.Encrypted sent = megolm.encrypt(outbound, PLAINTEXT);
        GroupMessage message = GroupMessage.parse(sent.ciphertext());
        InboundGroupSession.Decrypted read = megolm.decrypt(inbound, message);
        InboundGroupSession other = megolm.inbound(megolm.sessionKey(megolm.newSession()));
        List<Object> printed = List.of(
                outbound, inbound, sent.next(), message, read, read.plaintext(), outbound.ratchet(), inbound.first(),
                megolm.decryptAll(inbound, List.of(message)), inbound.signingKey(), outbound.signingKey(),
                GroupMessage.enciphering(outbound.ratchet(), PLAINTEXT), message.deciphering(outbound.ratchet()),
                refusal(() -> megolm.decrypt(other, message)),
                refusal(() -> megolm.inbound(sessionKey.substring(4))),
                refusal(() -> megolm.imported(sessionKey)));
        JsonObject shared = JsonObject.builder().put("session_key", sessionKey).build();
        tellsNothing(printed, List.of(shared, outbound.toJson(), inbound.toJson(), sent.next().toJson()));
    }

    private static CryptoException refusal(org.junit.jupiter.api.function.Executable reading) {
        return assertThrows(CryptoException.class, reading);
    }

    private static void tellsNothing(List<Object> printed, List<JsonObject> states) throws CryptoException {
        List<String> secrets = new ArrayList<>(List.of(new String(PLAINTEXT, StandardCharsets.UTF_8)));
        for (JsonObject state : states) {
            for (String stored : strings(state)) {
                secrets.add(stored);
                secrets.addAll(otherForms(UnpaddedBase64.decode(stored)));
            }
        }
        secrets.addAll(otherForms(PLAINTEXT));
        assertTrue(secrets.size() > 10, "There are secrets to look for");
        for (Object value : printed) {
            for (String secret : secrets) {
                assertFalse(value.toString().contains(secret), value.getClass() + " tells what it knows");
            }
        }
    }

    private static List<String> otherForms(byte[] secret) {
        return List.of(
                HexFormat.of().formatHex(secret),
                Arrays.toString(secret),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private static List<String> strings(JsonValue value) {
        List<String> strings = new ArrayList<>();
        if (value instanceof JsonString string) {
            strings.add(string.value());
        } else if (value instanceof JsonObject object) {
            object.members().values().forEach(member -> strings.addAll(strings(member)));
        } else if (value instanceof JsonArray array) {
            array.values().forEach(element -> strings.addAll(strings(element)));
        }
        return strings;
    }
}
