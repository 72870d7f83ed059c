package chat.pando.lab;

import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The seeds of one run of the lab, from the first to the last. */
public record Seeds(long first, long last) {

    public LongStream all() {
        return LongStream.rangeClosed(first, last);
    }

    /** Reads {@code 7} and {@code 1..20}. */
    public static final class Converter implements ITypeConverter<Seeds> {

        @Override
        public Seeds convert(String text) {
            String[] ends = text.split("\\.\\.", 2);
            try {
                long first = Long.parseLong(ends[0]);
                return new Seeds(first, ends.length == 1 ? first : Long.parseLong(ends[1]));
            } catch (NumberFormatException e) {
                throw new TypeConversionException("a number, or two with .. between them, not " + text);
            }
        }
    }
}
