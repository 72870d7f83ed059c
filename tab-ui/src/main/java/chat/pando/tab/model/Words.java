package chat.pando.tab.model;

import chat.pando.protocol.TimelineItem.State;
import java.util.Locale;
import java.util.Optional;

/** What the states of messages are called. */
public final class Words {

    private Words() {}

    /** The state as the attribute {@code data-state} names it. */
    public static String attribute(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The state in words that a person reads or hears. */
    public static String of(State state) {
        return switch (state) {
            case WAITING -> "Waiting to be sent";
            case SENDING -> "Sending";
            case SENT -> "Sent";
            case DELIVERED -> "Delivered";
            case READ -> "Read";
            case FAILED -> "Not sent";
            case UNDECRYPTABLE -> "Can't be decrypted yet";
            case RECEIVED -> "Received";
        };
    }

    /** A number of people. */
    public static String members(int count) {
        return count == 1 ? "1 member" : count + " members";
    }

    /** A number of messages that weren't sent. */
    public static String failed(int count) {
        return count + " messages weren't sent.";
    }

    /** A number of messages that can't be had, of somebody where it is known of whom. */
    public static String missing(int count, Optional<String> sender) {
        String messages = count == 1 ? "A message" : count + " messages";
        return messages + sender.map(name -> " from " + name).orElse("") + (count == 1 ? " is" : " are") + " missing";
    }

    /** A number of unread messages. */
    public static String unread(int count) {
        return count + " unread";
    }
}
