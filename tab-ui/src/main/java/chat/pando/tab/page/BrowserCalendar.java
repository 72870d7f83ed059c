package chat.pando.tab.page;

import chat.pando.tab.model.Calendar;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSDate;

/** The browser's clock, in its time zone and language. */
public final class BrowserCalendar implements Calendar {

    private static final long DAY_MS = 86_400_000L;

    @Override
    public String day(long instant) {
        return dayOf(instant);
    }

    @Override
    public String dayName(long instant) {
        String day = dayOf(instant);
        if (day.equals(dayOf(now()))) {
            return "Today";
        }
        return day.equals(dayOf(now() - DAY_MS)) ? "Yesterday" : dayInWords(instant);
    }

    @Override
    public String shortDay(long instant) {
        return dayInShort(instant);
    }

    @Override
    public String time(long instant) {
        return timeInWords(instant);
    }

    @Override
    public String full(long instant) {
        return inWords(instant);
    }

    @Override
    public String iso(long instant) {
        return JSDate.create(instant).toISOString();
    }

    @Override
    public long now() {
        return (long) JSDate.now();
    }

    @JSBody(
            params = "at",
            script = "var d = new Date(at); return d.getFullYear() + '-' + (d.getMonth() + 1) + '-' + d.getDate();")
    private static native String dayOf(double at);

    @JSBody(
            params = "at",
            script = """
                    var d = new Date(at);
                    var parts = { weekday: 'long', day: 'numeric', month: 'long' };
                    if (d.getFullYear() !== new Date().getFullYear()) {
                        parts.year = 'numeric';
                    }
                    return d.toLocaleDateString('en-GB', parts);
                    """)
    private static native String dayInWords(double at);

    @JSBody(
            params = "at",
            script = "return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });")
    private static native String dayInShort(double at);

    @JSBody(
            params = "at",
            script = "return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });")
    private static native String timeInWords(double at);

    @JSBody(
            params = "at",
            script = "return new Date(at).toLocaleString([], { dateStyle: 'full', timeStyle: 'medium' });")
    private static native String inWords(double at);
}
