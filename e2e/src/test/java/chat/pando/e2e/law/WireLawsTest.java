package chat.pando.e2e.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each law sees what breaks it and nothing else. */
class WireLawsTest {

    private final WireLaws laws = new WireLaws();

    @Test
    void aMegolmIndexStandsForOneCiphertext() {
        assertEquals(List.of(), laws.asked(event("1", "session", megolm(300, "hello"))));
        assertEquals(List.of(), laws.asked(event("1", "session", megolm(300, "hello"))), "a retry");
        assertEquals(List.of(), laws.asked(event("2", "session", megolm(301, "other"))));
        assertEquals(List.of(), laws.asked(event("3", "another session", megolm(300, "other"))));
        assertEquals(List.of(Law.MEGOLM_INDEX_ONCE), broken(event("4", "session", megolm(300, "other"))));
    }

    @Test
    void aPlaceInAnOlmChainStandsForOneCiphertextAlsoWithinAPreKeyMessage() {
        byte[] first = olm("ratchet", 0, "hello");
        assertEquals(List.of(), laws.asked(toDevice("1", 0, field(message(), 0x22, first))));
        assertEquals(List.of(), laws.asked(toDevice("2", 1, olm("ratchet", 1, "more"))));
        assertEquals(List.of(Law.OLM_INDEX_ONCE), broken(toDevice("3", 1, olm("ratchet", 0, "other"))));
    }

    @Test
    void aNumberOfOneTimeKeysThatIsSetBackIsSeenAtTheNextUpload() {
        Ask first = upload("\"AAE\":\"one\",\"AAI\":\"two\"");
        assertEquals(List.of(), laws.asked(first));
        assertEquals(List.of(), laws.asked(first), "a retry after an answer was lost");
        assertEquals(List.of(), laws.asked(upload("\"AAM\":\"three\"")));
        assertEquals(List.of(Law.ONE_TIME_KEY_ONCE), broken(upload("\"AAI\":\"four\"")), "another key under its id");
        assertEquals(List.of(Law.ONE_TIME_KEY_ONCE), broken(upload("\"AAQ\":\"two\"")), "a key under another id");
    }

    @Test
    void theSameKeySignedAnewIsAnotherKey() {
        assertEquals(List.of(), laws.asked(uploadBody("{\"k:AAE\":{\"key\":\"one\",\"signatures\":\"s1\"}}")));
        assertEquals(List.of(Law.ONE_TIME_KEY_ONCE),
                broken(uploadBody("{\"k:AAE\":{\"key\":\"one\",\"signatures\":\"s2\"}}")));
    }

    @Test
    void aPositionIsAskedFromOnlyAfterTheServerGaveItInAnswerToTheLast() {
        Ask beginning = get("/sync?timeout=0");
        assertEquals(List.of(), laws.asked(beginning));
        laws.answered(beginning, 200, "{\"next_batch\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), laws.asked(beginning), "a retry after a crash");
        Ask next = get("/sync?since=a");
        assertEquals(List.of(), laws.asked(next));
        assertEquals(List.of(Law.SYNC_POSITION_GOES_ON), broken(beginning));
        assertEquals(List.of(Law.SYNC_POSITION_GOES_ON), broken(get("/sync?since=c")));
    }

    @Test
    void aTokenStandsInNoAddress() {
        assertEquals(List.of(Law.NO_TOKEN_IN_AN_ADDRESS), broken(get("/devices?access_token=x")));
    }

    private List<Law> broken(Ask ask) {
        return laws.asked(ask).stream().map(Breach::law).toList();
    }

    private static Ask get(String target) {
        return new Ask("alice/A", "GET", target, new byte[0], "#1");
    }

    /** @param keys ids and keys, as members of an object */
    private static Ask upload(String keys) {
        return uploadBody("{" + keys.replaceAll("\"(\\w+)\":\"(\\w+)\"", "\"k:$1\":{\"key\":\"$2\"}") + "}");
    }

    private static Ask uploadBody(String keys) {
        return new Ask("alice/A", "POST", "/keys/upload", bytes("{\"one_time_keys\":" + keys + "}"), "#1");
    }

    private static Ask event(String transaction, String session, byte[] message) {
        return put("/rooms/!r/send/m.room.encrypted/" + transaction,
                "{\"session_id\":\"" + session + "\",\"ciphertext\":\"" + base64(message) + "\"}");
    }

    private static Ask toDevice(String transaction, int type, byte[] message) {
        return put("/sendToDevice/m.room.encrypted/" + transaction, "{\"messages\":{\"@bob:x\":{\"B\":{\"ciphertext\":"
                + "{\"key\":{\"type\":" + type + ",\"body\":\"" + base64(message) + "\"}}}}}}");
    }

    private static Ask put(String path, String body) {
        return new Ask("alice/A", "PUT", path, body.getBytes(StandardCharsets.UTF_8), "#1");
    }

    private static byte[] megolm(int index, String text) {
        byte[] open = field(new byte[] {3, 0x08, (byte) (index | 0x80), (byte) (index >> 7)}, 0x12, bytes(text));
        byte[] codeThatLooksLikeAnIndex = {0x08, 0x07};
        return joined(open, codeThatLooksLikeAnIndex);
    }

    private static byte[] olm(String ratchetKey, int index, String text) {
        byte[] head = field(message(), 0x0A, bytes(ratchetKey));
        return field(joined(head, new byte[] {0x10, (byte) index}), 0x22, bytes(text));
    }

    private static byte[] message() {
        return new byte[] {3};
    }

    private static byte[] field(byte[] before, int tag, byte[] value) {
        return joined(before, new byte[] {(byte) tag, (byte) value.length}, value);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
