package chat.pando.e2e.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One id never stands for two keys, and one key never for two ids: for a device's whole life. */
public final class OneTimeKeyLaw implements WireLaw {

    private final Map<String, String> keyById = new HashMap<>();
    private final Map<String, String> idByKey = new HashMap<>();

    @Override
    public List<Breach> asked(Ask ask) {
        List<Breach> breaches = new ArrayList<>();
        if (ask.isKeyUpload()) {
            Bodies.json(ask.body()).path("one_time_keys").properties().forEach(key ->
                    uploaded(ask, key.getKey(), key.getValue().toString(),
                            key.getValue().path("key").asString(), breaches));
        }
        return breaches;
    }

    private void uploaded(Ask ask, String id, String signed, String key, List<Breach> breaches) {
        String knownKey = keyById.putIfAbsent(ask.device() + " " + id, signed);
        if (knownKey != null && !knownKey.equals(signed)) {
            breaches.add(new Breach(Law.ONE_TIME_KEY_ONCE, id + " was uploaded with two values: " + ask));
        }
        String knownId = idByKey.putIfAbsent(ask.device() + " " + key, id);
        if (knownId != null && !knownId.equals(id)) {
            breaches.add(new Breach(
                    Law.ONE_TIME_KEY_ONCE, "One key was uploaded as " + knownId + " and as " + id + ": " + ask));
        }
    }
}
