package chat.pando.lab.channel;

import java.util.Random;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A stretch of milliseconds, both ends included. */
record Range(int from, int to) {

    Range {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a range from " + from + " to " + to);
        }
    }

    /** Any of them, each as likely. */
    int draw(Random random) {
        return from + random.nextInt(to - from + 1);
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }

    /** Reads {@code 20..800}. */
    static final class Converter implements ITypeConverter<Range> {

        @Override
        public Range convert(String text) {
            String[] ends = text.split("\\.\\.", 2);
            try {
                return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("two numbers of milliseconds with .. between them, not " + text);
            }
        }
    }
}
