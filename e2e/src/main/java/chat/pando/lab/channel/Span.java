package chat.pando.lab.channel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time. */
record Span(int millis) {

    @Override
    public String toString() {
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    /** Reads {@code 5s}, {@code 800ms} and {@code 0}. */
    static final class Converter implements ITypeConverter<Span> {

        private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(s|ms|)");

        @Override
        public Span convert(String text) {
            Matcher span = TEXT.matcher(text);
            if (!span.matches() || span.group(2).isEmpty() && !span.group(1).equals("0")) {
                throw new TypeConversionException("a time such as 5s or 800ms, not " + text);
            }
            return new Span(Integer.parseInt(span.group(1)) * (span.group(2).equals("s") ? 1_000 : 1));
        }
    }
}
