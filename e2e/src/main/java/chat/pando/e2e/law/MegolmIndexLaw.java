package chat.pando.e2e.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An index of a Megolm session never stands for two ciphertexts: then it was never used for two plaintexts. */
public final class MegolmIndexLaw implements WireLaw {

    private static final int INDEX = 0x08;
    private static final int CIPHERTEXT = 0x12;

    private final Map<String, String> ciphertexts = new HashMap<>();

    @Override
    public List<Breach> asked(Ask ask) {
        if (!ask.isEncryptedEvent()) {
            return List.of();
        }
        JsonNode content = Bodies.json(ask.body());
        String ciphertext = content.path("ciphertext").asString("");
        String index = content.path("session_id").asString("") + " "
                + RatchetHeader.of(ciphertext, CIPHERTEXT).number(INDEX);
        String known = ciphertexts.putIfAbsent(index, ciphertext);
        return known == null || known.equals(ciphertext) ? List.of()
                : List.of(new Breach(Law.MEGOLM_INDEX_ONCE, "Used twice: session and index " + index + ": " + ask));
    }
}
