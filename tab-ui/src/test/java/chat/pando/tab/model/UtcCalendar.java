package chat.pando.tab.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A calendar for tests: UTC, and a clock that stands at {@link Given#NOON}. */
final class UtcCalendar implements Calendar {

    @Override
    public String day(long instant) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(instant), ZoneOffset.UTC).toString();
    }

    @Override
    public String dayName(long instant) {
        return day(instant);
    }

    @Override
    public String shortDay(long instant) {
        return day(instant);
    }

    @Override
    public String time(long instant) {
        return iso(instant).substring(11, 16);
    }

    @Override
    public String full(long instant) {
        return iso(instant);
    }

    @Override
    public String iso(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }

    @Override
    public long now() {
        return Given.NOON;
    }
}
