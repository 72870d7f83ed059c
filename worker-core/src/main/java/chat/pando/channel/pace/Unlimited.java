package chat.pando.channel.pace;

import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * No limit is known: nothing is held back.
 *
 * @param since  when the first message went after a pause
 * @param latest when the latest one went
 * @param passed how many got through since: where the server then refuses one, that is what it lets anybody save up
 * @param known  what it lets anybody save up, where that is known from before
 */
record Unlimited(long since, long latest, int passed, Optional<Learning.Opening> known) implements Budget {

    static final Unlimited FRESH = new Unlimited(0, 0, 0, Optional.empty());

    /** A bucket that matters to a person has leaked by then. */
    private static final long PAUSE_MILLIS = 60_000;

    /** After a limit turned out not to hold any more. */
    static Unlimited after(Grant grant, int burst) {
        return new Unlimited(grant.at(), grant.at(), 0, Optional.of(Learning.Opening.of(burst)));
    }

    @Override
    public long opensAt(long now) {
        return now;
    }

    @Override
    public boolean oneByOne() {
        return false;
    }

    @Override
    public Grant grant(long number, long now) {
        return new Grant(number, now, now, false);
    }

    @Override
    public Budget granted(Grant grant) {
        return grant.at() - latest > PAUSE_MILLIS
                ? new Unlimited(grant.at(), grant.at(), 0, Optional.empty())
                : new Unlimited(since, grant.at(), passed, known);
    }

    @Override
    public Budget passed(Grant grant, long now) {
        return grant.at() < since ? this : new Unlimited(since, latest, passed + 1, known);
    }

    @Override
    public Budget refused(Refused refusal) {
        Learning.Opening seen = new Learning.Opening(passed, refusal.grant().at() - since);
        return Learning.begun(refusal, known.orElse(seen));
    }

    @Override
    public Budget returned(Grant grant) {
        return this;
    }

    @Override
    public Optional<JsonObject> stored() {
        return Optional.empty();
    }
}
