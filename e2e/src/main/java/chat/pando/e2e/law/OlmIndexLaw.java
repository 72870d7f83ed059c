package chat.pando.e2e.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A place in a chain of an Olm session never stands for two ciphertexts. */
public final class OlmIndexLaw implements WireLaw {

    private static final int RATCHET_KEY = 0x0A;
    private static final int INDEX = 0x10;
    private static final int CIPHERTEXT = 0x22;
    /** The field of a pre-key message that carries the first message of the session. */
    private static final int INNER_MESSAGE = 0x22;

    private final Map<String, String> ciphertexts = new HashMap<>();

    @Override
    public List<Breach> asked(Ask ask) {
        List<Breach> breaches = new ArrayList<>();
        if (ask.isToDevice() && ask.path().contains("/m.room.encrypted/")) {
            Bodies.json(ask.body()).path("messages").forEach(devices -> devices.forEach(content ->
                    content.path("ciphertext").forEach(message -> sent(ask, message, breaches))));
        }
        return breaches;
    }

    private void sent(Ask ask, JsonNode message, List<Breach> breaches) {
        RatchetHeader header = RatchetHeader.of(message.path("body").asString(""), CIPHERTEXT);
        if (message.path("type").asInt() == 0) {
            header = header.inner(INNER_MESSAGE, CIPHERTEXT);
        }
        String place = header.bytes(RATCHET_KEY) + " " + header.number(INDEX);
        String known = ciphertexts.putIfAbsent(place, header.toString());
        if (known != null && !known.equals(header.toString())) {
            breaches.add(new Breach(Law.OLM_INDEX_ONCE, "Used twice: ratchet key and index " + place + ": " + ask));
        }
    }
}
