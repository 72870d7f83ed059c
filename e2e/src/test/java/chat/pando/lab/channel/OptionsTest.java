package chat.pando.lab.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class OptionsTest {

    @Test
    void rangesAreReadAndWrittenAlike() {
        assertEquals(new Range(20, 800), new Range.Converter().convert("20..800"));
        assertEquals("20..800", new Range(20, 800).toString());
        assertEquals(new Range(5, 5), new Range.Converter().convert("5"));
        for (String wrong : new String[] {"", "800..20", "a..b", "-1..3"}) {
            assertThrows(TypeConversionException.class, () -> new Range.Converter().convert(wrong), wrong);
        }
    }

    @Test
    void spansAreReadAndWrittenAlike() {
        assertEquals(new Span(5_000), new Span.Converter().convert("5s"));
        assertEquals(new Span(800), new Span.Converter().convert("800ms"));
        assertEquals(new Span(0), new Span.Converter().convert("0"));
        assertEquals("5s", new Span(5_000).toString());
        assertEquals("800ms", new Span(800).toString());
        for (String wrong : new String[] {"", "5", "5m", "-5s", "s"}) {
            assertThrows(TypeConversionException.class, () -> new Span.Converter().convert(wrong), wrong);
        }
    }
}
