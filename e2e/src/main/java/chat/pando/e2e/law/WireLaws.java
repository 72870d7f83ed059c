package chat.pando.e2e.law;

import java.util.ArrayList;
import java.util.List;

/** All laws that hold for what devices ask, whatever happens to them, crashes too. */
public final class WireLaws implements WireLaw {

    private final List<WireLaw> laws = List.of(new OneTimeKeyLaw(), new TransactionLaw(), new MegolmIndexLaw(),
            new OlmIndexLaw(), new SyncPositionLaw(), new TokenLaw());

    @Override
    public List<Breach> asked(Ask ask) {
        List<Breach> breaches = new ArrayList<>();
        laws.forEach(law -> breaches.addAll(law.asked(ask)));
        return breaches;
    }

    @Override
    public void answered(Ask ask, int status, byte[] body) {
        laws.forEach(law -> law.answered(ask, status, body));
    }
}
