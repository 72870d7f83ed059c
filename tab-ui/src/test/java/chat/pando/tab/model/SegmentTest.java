package chat.pando.tab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "see https://example.org/a?b=c#d now    | https://example.org/a?b=c#d",
        "It is at http://example.org.           | http://example.org",
        "(https://example.org/x)                | https://example.org/x",
        "https://example.org/Aspen_(tree)       | https://example.org/Aspen_(tree)",
        "<https://example.org>                  | https://example.org",
        "“https://example.org/q?”               | https://example.org/q?”"
    })
    void anAddressIsFound(String text, String address) {
        assertEquals(List.of(address), links(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "no address", "https://", "javascript:alert(1)", "data:text/html,x", "xhttps://example.org", "HTTPS //x"})
    void anythingElseIsPlain(String text) {
        assertEquals(List.of(), links(text));
        assertEquals(text, joined(text));
    }

    @Test
    void nothingIsLost() {
        String text = "a https://x.org b http://y.org, c\n\u202ehttps://z.org\u202c";
        assertEquals(text, joined(text));
        assertEquals(List.of("https://x.org", "http://y.org", "https://z.org"), links(text));
    }

    private static List<String> links(String text) {
        return Segment.of(text).stream().filter(Segment::link).map(Segment::text).toList();
    }

    private static String joined(String text) {
        return String.join("", Segment.of(text).stream().map(Segment::text).toList());
    }
}
