package chat.pando.crypto.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.crypto.export.KeyExportException.Fault;
import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyExportTest {

    private static final String BEGIN = "-----BEGIN MEGOLM SESSION DATA-----";
    private static final String END = "-----END MEGOLM SESSION DATA-----";
    private static final byte[] SESSIONS = Utf8.encode("[{\"session_id\":\"one\"},{\"session_id\":\"two\"}]");

    private final KeyExport export = new KeyExport(new JcaPrimitives(), new JvmEntropy());
    private final String file = export.write(SESSIONS, passphrase(), 2);

    @Test
    void whatIsWrittenIsRead() throws CryptoException {
        assertArrayEquals(SESSIONS, export.read(file, passphrase()));
        assertNotEquals(file, export.write(SESSIONS, passphrase(), 2));
        assertEquals(0, export.read(export.write(new byte[0], passphrase(), 1), passphrase()).length);
        for (int length = 0; length < 80; length++) {
            byte[] sessions = new byte[length];
            assertArrayEquals(sessions, export.read(export.write(sessions, passphrase(), 1), passphrase()));
        }
    }

    @Test
    void theTextIsThatOfTheSpec() {
        List<String> lines = file.lines().toList();
        assertEquals(BEGIN, lines.get(0));
        assertEquals(END, lines.get(lines.size() - 1));
        assertTrue(file.endsWith("\n"));
        List<String> between = lines.subList(1, lines.size() - 1);
        assertTrue(between.stream().allMatch(line -> !line.isEmpty() && line.length() <= 76));
        byte[] bytes = Base64.getDecoder().decode(String.join("", between));
        assertEquals(1, bytes[0]);
        assertEquals(2, ByteBuffer.wrap(bytes).getInt(33));
        assertEquals(0, bytes[25] & 0x80);
        assertEquals(37 + SESSIONS.length + 32, bytes.length);
    }

    @Test
    void bit63OfTheCounterIsZero() {
        KeyExport ones = new KeyExport(new JcaPrimitives(), count -> {
            byte[] bytes = new byte[count];
            Arrays.fill(bytes, (byte) 0xff);
            return bytes;
        });
        byte[] bytes = bytes(ones.write(SESSIONS, passphrase(), 1));
        assertEquals(0x7f, bytes[17 + 8]);
        assertEquals((byte) 0xff, bytes[17 + 7]);
        assertEquals((byte) 0xff, bytes[17 + 9]);
    }

    @Test
    void lettersAroundAndBlanksBetweenArePassedOver() throws CryptoException {
        String letters = UnpaddedBase64.encode(bytes(file));
        List<String> same = List.of(
                "a note\n" + file + "\nanother",
                file.replace("\n", "\r\n"),
                BEGIN + letters + END,
                BEGIN + "\n" + letters.replace("A", "A \t\n") + END,
                file.stripTrailing());
        for (String text : same) {
            assertArrayEquals(SESSIONS, export.read(text, passphrase()));
        }
    }

    @Test
    void whatCanBeToldIsTold() {
        assertEquals(Fault.NO_EXPORT, fault(""));
        assertEquals(Fault.NO_EXPORT, fault("no export"));
        assertEquals(Fault.NO_EXPORT, fault(file.substring(1)));
        assertEquals(Fault.DAMAGED, fault(file.substring(0, file.length() - 5)));
        assertEquals(Fault.DAMAGED, fault(END + BEGIN));
        assertEquals(Fault.DAMAGED, fault(BEGIN + END));
        assertEquals(Fault.DAMAGED, fault(BEGIN + "\n!!!!\n" + END));
        assertEquals(Fault.OTHER_VERSION, fault(changed(0, 3)));
        for (int length = 1; length < 69; length++) {
            assertEquals(Fault.DAMAGED, fault(wrap(Arrays.copyOf(bytes(file), length))));
        }
        assertEquals(Fault.WRONG_PASSPHRASE_OR_CHANGED, fault(wrap(Arrays.copyOf(bytes(file), 69))));
    }

    @Test
    void roundsHaveBounds() {
        for (int rounds : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, KeyExport.MOST_ROUNDS + 1}) {
            byte[] bytes = bytes(file);
            ByteBuffer.wrap(bytes).putInt(33, rounds);
            assertEquals(Fault.UNREASONABLE_ROUNDS, fault(wrap(bytes)));
            assertThrows(IllegalArgumentException.class, () -> export.write(SESSIONS, passphrase(), rounds));
        }
    }

    @Test
    void anotherPassphraseAndAnyChangeAreRefused() {
        KeyExportException refused = assertThrows(
                KeyExportException.class, () -> export.read(file, "another".toCharArray()));
        assertEquals(Fault.WRONG_PASSPHRASE_OR_CHANGED, refused.fault());
        assertFalse(refused.getMessage().isEmpty());
        for (int at = 1; at < bytes(file).length; at++) {
            if (at < 33 || at > 36) {
                assertEquals(Fault.WRONG_PASSPHRASE_OR_CHANGED, fault(changed(at, 1)), "byte " + at);
            }
        }
        assertEquals(Fault.WRONG_PASSPHRASE_OR_CHANGED, fault(changed(36, 1)));
        byte[] shorter = Arrays.copyOf(bytes(file), bytes(file).length - 1);
        assertEquals(Fault.WRONG_PASSPHRASE_OR_CHANGED, fault(wrap(shorter)));
    }

    @Test
    void thePassphraseIsTheCallersToWipe() throws CryptoException {
        char[] passphrase = passphrase();
        export.read(file, passphrase);
        assertArrayEquals(passphrase(), passphrase);
    }

    private String changed(int at, int bits) {
        byte[] bytes = bytes(file);
        bytes[at] ^= (byte) bits;
        return wrap(bytes);
    }

    private Fault fault(String text) {
        return assertThrows(KeyExportException.class, () -> export.read(text, passphrase())).fault();
    }

    private static char[] passphrase() {
        return "correct horse".toCharArray();
    }

    private static String wrap(byte[] bytes) {
        return BEGIN + "\n" + UnpaddedBase64.encode(bytes) + "\n" + END;
    }

    private static byte[] bytes(String text) {
        String letters = text.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(letters);
    }
}
