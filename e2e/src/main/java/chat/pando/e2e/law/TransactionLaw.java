package chat.pando.e2e.law;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transaction id stands for the same bytes, however often they are sent. */
public final class TransactionLaw implements WireLaw {

    private final Map<String, Ask> first = new HashMap<>();

    @Override
    public List<Breach> asked(Ask ask) {
        if (!ask.isTransaction()) {
            return List.of();
        }
        Ask earlier = first.putIfAbsent(ask.device() + " " + ask.path(), ask);
        return earlier == null || Arrays.equals(earlier.body(), ask.body()) ? List.of()
                : List.of(new Breach(Law.SAME_BYTES_UNDER_ONE_ID, "Two bodies: " + earlier + " and " + ask.where()));
    }
}
