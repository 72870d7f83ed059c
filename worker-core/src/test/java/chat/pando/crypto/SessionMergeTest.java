package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.CryptoException;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of two keys of one Megolm session is the better one, and what becomes of both. */
class SessionMergeTest {

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Megolm megolm = new Megolm(primitives, new JvmEntropy());
    private final OutboundGroupSession outbound = megolm.newSession();

    private InboundGroupSession shared() throws CryptoException {
        return megolm.inbound(megolm.sessionKey(outbound));
    }

    private InboundGroupSession exported(long index) throws CryptoException {
        return megolm.imported(megolm.exportAt(shared(), index));
    }

    @Test
    void theEarlierIndexIsTheBetter() throws CryptoException {
        assertEquals(SessionOrder.BETTER, megolm.compare(shared(), exported(300)));
        assertEquals(SessionOrder.WORSE, megolm.compare(exported(300), shared()));
        assertEquals(SessionOrder.BETTER, megolm.compare(exported(300), exported(301)));
        assertEquals(SessionOrder.EQUAL, megolm.compare(exported(300), exported(300)));
        assertEquals(SessionOrder.EQUAL, megolm.compare(shared(), exported(0)));
        assertEquals(SessionOrder.BETTER, megolm.compare(shared(), exported(MegolmRatchet.LAST_INDEX)));
    }

    @Test
    void anothersSessionIsUnconnected() throws CryptoException {
        InboundGroupSession other = megolm.inbound(megolm.sessionKey(megolm.newSession()));
        assertEquals(SessionOrder.UNCONNECTED, megolm.compare(shared(), other));
        assertEquals(Optional.empty(), megolm.merge(shared(), other));
    }

    /** An export carries no signature: whoever knows a session's id can claim to have its ratchet. */
    @Test
    void anImpostorWithTheRightIdIsUnconnected() throws CryptoException {
        for (long index : new long[] {0, 300}) {
            MegolmRatchet invented = new MegolmRatchet(new byte[MegolmRatchet.LENGTH], index);
            InboundGroupSession impostor =
                    new InboundGroupSession(shared().signingKey(), invented, invented, false);
            assertEquals(shared().id(), impostor.id());
            assertEquals(SessionOrder.UNCONNECTED, megolm.compare(shared(), impostor));
            assertEquals(SessionOrder.UNCONNECTED, megolm.compare(impostor, shared()));
            assertEquals(SessionOrder.UNCONNECTED, megolm.compare(exported(100), impostor));
            assertEquals(Optional.empty(), megolm.merge(impostor, shared()));
        }
    }

    @Test
    void theMergedSessionReachesFarthestBackAndIsSignedWhereEitherIs() throws CryptoException {
        InboundGroupSession late = late();
        InboundGroupSession early = exported(2);
        assertTrue(late.signed());
        assertFalse(early.signed());
        for (List<InboundGroupSession> pair : List.of(List.of(late, early), List.of(early, late))) {
            InboundGroupSession merged = megolm.merge(pair.get(0), pair.get(1)).orElseThrow();
            assertEquals(2, merged.firstKnownIndex());
            assertTrue(merged.signed());
            assertEquals(SessionOrder.EQUAL, megolm.compare(merged, early));
            assertEquals(5, merged.nearest(7).index(), "the way that either has gone is not gone again");
        }
    }

    @Test
    void twoExportsMakeNoSignedSession() throws CryptoException {
        InboundGroupSession merged = megolm.merge(exported(9), exported(4)).orElseThrow();
        assertEquals(4, merged.firstKnownIndex());
        assertFalse(merged.signed());
        assertTrue(megolm.merge(shared(), exported(0)).orElseThrow().signed());
        assertTrue(megolm.merge(exported(0), shared()).orElseThrow().signed());
    }

    /** The session as its sender shares it five messages later. */
    private InboundGroupSession late() throws CryptoException {
        OutboundGroupSession worn = outbound;
        for (int i = 0; i < 5; i++) {
            worn = megolm.encrypt(worn, new byte[1]).next();
        }
        InboundGroupSession late = megolm.inbound(megolm.sessionKey(worn));
        assertEquals(5, late.firstKnownIndex());
        return late;
    }
}
