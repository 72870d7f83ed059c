package chat.pando.channel.order;

import chat.pando.channel.ack.Ranges;

/**
 * Another device in the channel.
 *
 * @param reading what is known of its messages
 * @param told    which of them own messages have said are read
 * @param firm    which of them own messages have said so that everybody has got
 * @param awaits  own messages that it has to acknowledge
 * @param got     own messages that it has acknowledged
 * @param owed    whether it may not know yet what was read of it
 * @param gone    whether it has left: nothing is expected of it any more
 */
record Peer(
        Reading reading, Ranges told, Ranges firm, Ranges awaits, Ranges got, boolean owed, boolean gone) {

    private static final int NEW_MESSAGES = 8;

    static final Peer NEW = new Peer(
            Reading.NOTHING, Ranges.NONE, Ranges.NONE, Ranges.NONE, Ranges.NONE, false, false);

    Peer with(Reading now) {
        return new Peer(now, told, firm, awaits, got, owed, gone);
    }

    Peer read(long number) {
        return with(reading.with(number)).owed(true);
    }

    /** Own messages have told all that was read. */
    Peer withAllTold() {
        return new Peer(reading, reading.have(), firm, awaits, got, false, gone);
    }

    /** Everybody has got all own messages. */
    Peer withAllFirm() {
        return new Peer(reading, told, told, awaits, got, owed, gone);
    }

    /** Somebody may have got none of the own messages. */
    Peer withNothingTold() {
        return new Peer(reading, Ranges.NONE, Ranges.NONE, awaits, got, owed, gone);
    }

    Peer owed(boolean now) {
        return new Peer(reading, told, firm, awaits, got, now, gone);
    }

    Peer awaiting(long number) {
        return new Peer(reading, told, firm, awaits.with(number), got, owed, false);
    }

    Peer awaitingNoMore(long number) {
        return new Peer(reading, told, firm, awaits.without(number), got, owed, gone);
    }

    Peer acknowledged(Ranges numbers) {
        return new Peer(reading, told, firm, awaits.without(numbers), got.with(numbers), owed, gone);
    }

    Peer here() {
        return new Peer(reading, told, firm, awaits, got, owed, false);
    }

    Peer left() {
        return new Peer(reading, told, firm, Ranges.NONE, got, false, true);
    }

    /** Whether it may not have got any of the few messages that were sent to it so far. */
    boolean isNew() {
        return got.isEmpty() && awaits.count() < NEW_MESSAGES;
    }

    /** What was read and not told yet, with the runs that it is part of. */
    Ranges news() {
        return since(told);
    }

    /** What was read and may not be known to everybody, with the runs that it is part of. */
    Ranges unsure() {
        return since(firm);
    }

    private Ranges since(Ranges before) {
        Ranges news = reading.have().without(before);
        return news.isEmpty() ? Ranges.NONE : reading.have().runsFrom(news.first());
    }
}
