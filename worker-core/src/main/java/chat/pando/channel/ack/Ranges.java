package chat.pando.channel.ack;

import java.util.ArrayList;
import java.util.List;

/** A set of numbers of messages, as the runs that it consists of: immutable. */
public record Ranges(List<Run> runs) {

    public static final Ranges NONE = new Ranges(List.of());

    /** The numbers from one to another, both included. */
    public record Run(long from, long to) {

        public Run {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("not a run of numbers");
            }
        }

        public long length() {
            return to - from + 1;
        }
    }

    public Ranges {
        runs = List.copyOf(runs);
        for (int i = 1; i < runs.size(); i++) {
            if (runs.get(i).from() <= runs.get(i - 1).to() + 1) {
                throw new IllegalArgumentException("runs that overlap, touch or are out of order");
            }
        }
    }

    /** None where the last comes before the first. */
    public static Ranges of(long first, long last) {
        return last < first ? NONE : new Ranges(List.of(new Run(first, last)));
    }

    public static Ranges of(long number) {
        return of(number, number);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    public boolean has(long number) {
        for (Run run : runs) {
            if (run.from() <= number && number <= run.to()) {
                return true;
            }
        }
        return false;
    }

    /** The least; 0 where there is none. */
    public long first() {
        return runs.isEmpty() ? 0 : runs.get(0).from();
    }

    /** The greatest; 0 where there is none. */
    public long last() {
        return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).to();
    }

    public long count() {
        return runs.stream().mapToLong(Run::length).sum();
    }

    public Ranges with(long number) {
        return has(number) ? this : with(of(number));
    }

    /** All that are here or there. */
    public Ranges with(Ranges others) {
        if (others.isEmpty() || isEmpty()) {
            return isEmpty() ? others : this;
        }
        List<Run> sorted = new ArrayList<>(runs);
        sorted.addAll(others.runs);
        sorted.sort((one, other) -> Long.compare(one.from(), other.from()));
        List<Run> joined = new ArrayList<>();
        Run open = sorted.get(0);
        for (Run run : sorted) {
            if (run.from() <= open.to() + 1) {
                open = new Run(open.from(), Math.max(open.to(), run.to()));
            } else {
                joined.add(open);
                open = run;
            }
        }
        joined.add(open);
        return new Ranges(joined);
    }

    public Ranges without(long number) {
        return has(number) ? without(of(number)) : this;
    }

    /** All that are here and not there. */
    public Ranges without(Ranges others) {
        if (isEmpty() || others.isEmpty()) {
            return this;
        }
        List<Run> left = new ArrayList<>();
        for (Run run : runs) {
            long from = run.from();
            for (Run hole : others.runs) {
                if (hole.to() >= from && hole.from() <= run.to()) {
                    add(left, from, hole.from() - 1);
                    from = hole.to() + 1;
                }
            }
            add(left, from, run.to());
        }
        return new Ranges(left);
    }

    private static void add(List<Run> runs, long from, long to) {
        if (from <= to) {
            runs.add(new Run(from, to));
        }
    }

    /** Those that are greater. */
    public Ranges above(long number) {
        return number < first() ? this : last() <= number ? NONE : without(of(1, number));
    }

    /** The whole runs that reach this number or a greater one. */
    public Ranges runsFrom(long number) {
        return new Ranges(runs.stream().filter(run -> run.to() >= number).toList());
    }

    /** The greatest runs, no more than this many. */
    public Ranges latest(int most) {
        return runs.size() <= most ? this : new Ranges(runs.subList(runs.size() - most, runs.size()));
    }

    /** The numbers themselves, in order, no more than this many. */
    public List<Long> numbers(int most) {
        List<Long> numbers = new ArrayList<>();
        for (Run run : runs) {
            for (long number = run.from(); number <= run.to() && numbers.size() < most; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    @Override
    public String toString() {
        return "Ranges[" + count() + " in " + runs.size() + " runs]";
    }
}
