package chat.pando.lab.channel;

import java.util.List;

/** How figures are spread: how many, the least, the middle, what 19 of 20 stay below, and the greatest. */
record Spread(int count, long min, long p50, long p95, long max) {

    static Spread of(List<Long> figures) {
        if (figures.isEmpty()) {
            return new Spread(0, 0, 0, 0, 0);
        }
        List<Long> sorted = figures.stream().sorted().toList();
        int last = sorted.size() - 1;
        return new Spread(sorted.size(), sorted.get(0), sorted.get(last / 2), sorted.get(last * 19 / 20),
                sorted.get(last));
    }
}
