package chat.pando.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.secret.RecoveryKeyException.Fault;
import chat.pando.jvm.JvmEntropy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecoveryKeyTest {

    private static final String KEY = "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d";

    @Test
    void everyKeyComesBack() throws RecoveryKeyException {
        for (int i = 0; i < 200; i++) {
            byte[] key = new JvmEntropy().bytes(32);
            String written = RecoveryKey.write(key);
            assertTrue(written.matches("Es([1-9A-HJ-NP-Za-km-z]{2}) ([1-9A-HJ-NP-Za-km-z]{4} ){10}.{4}"), "its form");
            assertArrayEquals(key, RecoveryKey.read(written));
        }
        for (int value : new int[] {0, 1, 0xff}) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) value);
            assertArrayEquals(key, RecoveryKey.read(RecoveryKey.write(key)));
        }
    }

    @Test
    void whiteSpaceIsPassedOver() throws RecoveryKeyException {
        byte[] key = RecoveryKey.read(KEY);
        for (String space : new String[] {"", " ", "  ", "\n", "\t", "\r\n", "\u00a0"}) {
            assertArrayEquals(key, RecoveryKey.read(space + KEY.replace(" ", space) + space));
        }
        assertArrayEquals(key, RecoveryKey.read(" ".repeat(10_000) + KEY));
    }

    @Test
    void whatIsWrongIsTold() {
        assertEquals(Fault.UNKNOWN_LETTER, fault(KEY.replace('c', '0')));
        assertEquals(Fault.UNKNOWN_LETTER, fault(KEY.replace('c', 'l')));
        assertEquals(Fault.UNKNOWN_LETTER, fault(KEY.replace('c', '\u00e4')));
        assertEquals(Fault.MISTYPED, fault(KEY.replace("UE4d", "UE4e")));
        assertEquals(Fault.MISTYPED, fault(KEY.replace("PGiF", "PGif")));
        assertEquals(Fault.OTHER_KIND, fault("AATpRvZTnjck8YrhRAtwXLS84Nr2r9S9LGAWDaExVAPBvLRk"));
        assertEquals(Fault.OTHER_KIND, fault(KEY.replace("EsTc", "EtTc")));
        for (String text : new String[] {"", " ", "1", "E", KEY.substring(5), KEY + "1", "1" + KEY, "z".repeat(101)}) {
            assertEquals(Fault.WRONG_LENGTH, fault(text), text.length() + " letters");
        }
        assertEquals(Fault.WRONG_LENGTH, fault("E".repeat(1_000_000)));
    }

    @Test
    void everyMistypedLetterIsNoticedMostly() {
        String letters = KEY.replace(" ", "");
        int noticed = 0;
        for (int at = 0; at < letters.length(); at++) {
            char other = letters.charAt(at) == 'x' ? 'y' : 'x';
            String mistyped = letters.substring(0, at) + other + letters.substring(at + 1);
            try {
                RecoveryKey.read(mistyped);
            } catch (RecoveryKeyException refused) {
                noticed++;
            }
        }
        assertTrue(noticed >= letters.length() - 2, "one byte of parity notices nearly all, but " + noticed);
    }

    @Test
    void messagesTellWhatIsWrongAndNothingElse() {
        for (Fault fault : Fault.values()) {
            RecoveryKeyException exception = new RecoveryKeyException(fault);
            assertEquals(fault, exception.fault());
            assertFalse(exception.getMessage().isEmpty());
        }
        RecoveryKeyException refused =
                assertThrows(RecoveryKeyException.class, () -> RecoveryKey.read(KEY.replace("UE4d", "UE4e")));
        assertEquals("a recovery key with a wrong check byte", refused.getMessage());
    }

    @Test
    void onlyKeysOf32BytesAreWritten() {
        assertThrows(IllegalArgumentException.class, () -> RecoveryKey.write(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> RecoveryKey.write(new byte[33]));
    }

    @Test
    void leadingZerosAreKept() throws RecoveryKeyException {
        assertEquals("11", Base58.encode(new byte[2]));
        assertEquals("12", Base58.encode(new byte[] {0, 1}));
        assertEquals("", Base58.encode(new byte[0]));
        assertArrayEquals(new byte[] {0, 0, 57}, Base58.decode("11z"));
        assertArrayEquals(new byte[] {58}, Base58.decode("21"));
    }

    private static Fault fault(String text) {
        return assertThrows(RecoveryKeyException.class, () -> RecoveryKey.read(text)).fault();
    }
}
