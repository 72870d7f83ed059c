package chat.pando.channel.pace;

/**
 * The limiter of a homeserver, by the arithmetic of Synapse: a bucket per person that leaks at a rate; what would make
 * it overflow is refused, isn't counted, and is told when the next may come, in whole milliseconds rounded down.
 */
public final class LeakyBucket {

    private final double perSecond;
    private final int burst;
    private long actions;
    private double emptyAt;

    public LeakyBucket(double perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Takes something at that time, or says how long to wait for that; 0 where it was taken. */
    public long take(long nowMillis) {
        double now = nowMillis / 1000.0;
        double level = actions - (now - emptyAt) * perSecond;
        if (level < 0) {
            level = 0;
            actions = 0;
            emptyAt = now;
        }
        if (level > burst - 1) {
            double allowed = Math.max(now, emptyAt + (actions - burst + 1) / perSecond);
            return Math.max(1, (long) (1000 * (allowed - now)));
        }
        actions++;
        return 0;
    }
}
