package chat.pando.channel.ack;

import java.util.Optional;

/**
 * Which message of which device: the same text sent twice is two messages.
 *
 * @param number the first of a device in a channel is 1, and none is left out
 */
public record MessageId(Participant sender, long number) implements Comparable<MessageId> {

    /** So that it is a number everywhere, also in JSON. */
    public static final long LARGEST = (1L << 52) - 1;

    private static final int RADIX = 36;

    public MessageId {
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("not the number of a message");
        }
    }

    /** How it is written: the device's name, and the number in base 36. */
    public String text() {
        return sender.name() + Long.toString(number, RADIX);
    }

    /** What {@link #text} has written; empty for anything else, also for another spelling of the same. */
    public static Optional<MessageId> parse(String text) {
        if (text.length() <= Participant.LENGTH) {
            return Optional.empty();
        }
        Optional<Participant> sender = Participant.parse(text.substring(0, Participant.LENGTH));
        long number = number(text.substring(Participant.LENGTH));
        return sender.filter(known -> number > 0).map(known -> new MessageId(known, number));
    }

    /** 0 for what is no number that has to be written so. */
    private static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'z' ? c - 'a' + 10 : -1;
            number = number * RADIX + digit;
            if (digit < 0 || number == 0 || number > LARGEST) {
                return 0;
            }
        }
        return number;
    }

    @Override
    public int compareTo(MessageId other) {
        int bySender = sender.compareTo(other.sender);
        return bySender != 0 ? bySender : Long.compare(number, other.number);
    }

    /** Without the sender's name. */
    @Override
    public String toString() {
        return "MessageId[" + number + "]";
    }
}
