package chat.pando.machine;

import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync response holds for the machine (spec, "Extensions to /sync" of end-to-end encryption and send-to-device).
 *
 * @param toDevice           the events of {@code to_device}, in order
 * @param changed            {@code device_lists.changed}
 * @param left               {@code device_lists.left}
 * @param oneTimeKeyCounts   {@code device_one_time_keys_count}; what is absent counts as zero
 * @param unusedFallbackKeys {@code device_unused_fallback_key_types}; empty where the server does not say
 */
public record SyncInput(
        List<JsonObject> toDevice,
        List<UserId> changed,
        List<UserId> left,
        Map<String, Long> oneTimeKeyCounts,
        Optional<List<String>> unusedFallbackKeys) {

    public SyncInput {
        toDevice = List.copyOf(toDevice);
        changed = List.copyOf(changed);
        left = List.copyOf(left);
        oneTimeKeyCounts = Map.copyOf(oneTimeKeyCounts);
        unusedFallbackKeys = unusedFallbackKeys.map(List::copyOf);
    }
}
