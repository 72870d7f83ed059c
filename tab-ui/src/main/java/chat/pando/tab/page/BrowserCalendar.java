package chat.pando.tab.page;

import chat.pando.tab.model.Calendar;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSDate;

/** The browser's clock, in its time zone and language. */
public final class BrowserCalendar implements Calendar {

    private static final long DAY_MS = 86_400_000L;
    private static final int YEAR_DIGITS = 4;

    /** The page speaks English, so days are named in English too; times are written as the person's language does. */
    private static final String ENGLISH = "en-GB";

    private final Format time = format("", "{\"hour\":\"2-digit\",\"minute\":\"2-digit\"}");
    private final Format full = format("", "{\"dateStyle\":\"full\",\"timeStyle\":\"medium\"}");
    private final Format shortDay = format(ENGLISH, "{\"day\":\"numeric\",\"month\":\"short\"}");
    private final Format longDay =
            format(ENGLISH, "{\"weekday\":\"long\",\"day\":\"numeric\",\"month\":\"long\"}");
    private final Format longDayOfYear =
            format(ENGLISH, "{\"weekday\":\"long\",\"day\":\"numeric\",\"month\":\"long\",\"year\":\"numeric\"}");

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

    private String dayInWords(long instant) {
        boolean thisYear = dayOf(instant).startsWith(dayOf(now()).substring(0, YEAR_DIGITS));
        return (thisYear ? longDay : longDayOfYear).format(JSDate.create(instant));
    }

    @Override
    public String shortDay(long instant) {
        return shortDay.format(JSDate.create(instant));
    }

    @Override
    public String time(long instant) {
        return time.format(JSDate.create(instant));
    }

    @Override
    public String full(long instant) {
        return full.format(JSDate.create(instant));
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

    /** Formats are made once: making one takes far longer than using it. */
    @JSBody(
            params = {"language", "parts"},
            script = "return new Intl.DateTimeFormat(language || [], JSON.parse(parts));")
    private static native Format format(String language, String parts);

    /** A date in words. */
    private interface Format extends JSObject {

        String format(JSDate at);
    }
}
