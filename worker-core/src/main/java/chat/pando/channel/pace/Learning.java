package chat.pando.channel.pace;

import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * There is a limit, but the interval isn't known yet: one message at a time goes out until the server refuses one.
 *
 * <p>A bucket that is full at {@code slot} and takes n more until it is full again at another time needs (that time −
 * {@code slot}) / n for one: as long as it didn't run empty in between. So what was begun is void when nothing was sent
 * for a while; and a bucket that holds one message only is full from when it took it.
 *
 * @param slot    when the server takes the next one, as it said
 * @param first   the number of the first grant after that
 * @param sent    when the first message went that got through; 0 before that
 * @param heard   when the latest answer came
 * @param opening what it took before it refused any
 */
record Learning(long slot, long first, long sent, long heard, Opening opening) implements Budget {

    private static final long IDLE_MILLIS = 2_000;
    /** So many in a row are no limit any more. */
    private static final long ENOUGH = 50;

    /** How many messages a server took within a time, before it refused any. */
    record Opening(int messages, long millis) {

        static final Opening UNSEEN = new Opening(0, 0);
        private static final int ROUNDS = 20;

        /** As if so many had gone at once. */
        static Opening of(int burst) {
            return new Opening(burst, 0);
        }

        /** How many it lets save up: what it took, but for what leaked meanwhile. 0 where that wasn't seen. */
        int burst(long interval) {
            return messages == 0 ? 0 : (int) Math.max(1, messages - Math.round((double) millis / interval));
        }

        /**
         * How long a message counts where so many filled the bucket again in that time. Of the time before the first of
         * them only as much counts as the bucket holds; and how much that is depends on the interval.
         */
        long interval(long span, long count, long late) {
            long interval = Limited.perMessage(span, count);
            for (int i = 0; i < ROUNDS && messages > 0; i++) {
                long unused = Math.max(0, late - (burst(interval) - 1) * interval);
                interval = Limited.perMessage(Math.max(1, span - unused), count);
            }
            return interval;
        }
    }

    static Learning begun(Refused refusal, Opening opening) {
        return new Learning(refusal.slot(), refusal.next(), 0, refusal.slot(), opening);
    }

    @Override
    public long opensAt(long now) {
        return slot;
    }

    @Override
    public boolean oneByOne() {
        return true;
    }

    @Override
    public Grant grant(long number, long now) {
        return new Grant(number, now, slot, false);
    }

    @Override
    public Budget granted(Grant grant) {
        return grant.at() - Math.max(slot, heard) > IDLE_MILLIS ? Unlimited.FRESH.granted(grant) : this;
    }

    @Override
    public Budget passed(Grant grant, long now) {
        if (grant.number() < first) {
            return this;
        }
        return grant.number() - first >= ENOUGH
                ? Unlimited.FRESH
                : new Learning(slot, first, sent == 0 ? grant.at() : sent, now, opening);
    }

    @Override
    public Budget refused(Refused refusal) {
        long passed = refusal.grant().number() - first;
        if (passed < 0) {
            return new Learning(Math.max(slot, refusal.slot()), first, sent, heard, opening);
        }
        if (passed == 0 || refusal.slot() <= slot) {
            return begun(refusal, opening);
        }
        long interval = opening.interval(refusal.slot() - slot, passed, Math.max(0, sent - slot));
        return Limited.learned(refusal, interval, opening.burst(interval));
    }

    @Override
    public Budget returned(Grant grant) {
        return new Learning(slot, Math.max(first, grant.number() + 1), sent, heard, opening);
    }

    @Override
    public Optional<JsonObject> stored() {
        return Optional.of(JsonObject.builder().put("slot", slot).build());
    }
}
