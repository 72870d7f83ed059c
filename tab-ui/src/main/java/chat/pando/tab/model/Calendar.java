package chat.pando.tab.model;

/** Dates and times in the person's own time zone and language. All instants are ms since the epoch. */
public interface Calendar {

    /** The same text for all instants of one day, another for every other day. */
    String day(long instant);

    /** The day in words: "Today", "Yesterday", "Saturday, 21 November". */
    String dayName(long instant);

    /** The day in few letters: "21 Nov". */
    String shortDay(long instant);

    /** The time of day: "14:05". */
    String time(long instant);

    /** Day and time in full. */
    String full(long instant);

    /** The instant for programs (ISO 8601). */
    String iso(long instant);

    long now();
}
