package chat.pando.machine;

import chat.pando.crypto.OneTimeKey;

/** The ids of one-time keys that a server says it holds already, in the words of its refusal. */
final class TakenKeyIds {

    private static final String PREFIX = KeyUploads.ALGORITHM + ":";
    private static final int RADIX = 32;
    private static final long FIRST_LEAP = 100;
    private static final int MOST_LEAPS = 8;

    private TakenKeyIds() {}

    /**
     * The number from which to go on. A server names one id of perhaps thousands, so each refusal in a row leaps ten
     * times as far as the one before: whatever the server holds is passed after a few.
     */
    static long skipPast(String words, long next, long refusals) {
        long beyond = next;
        for (int at = words.indexOf(PREFIX); at >= 0; at = words.indexOf(PREFIX, at + 1)) {
            beyond = Math.max(beyond, numberAfter(words, at + PREFIX.length()) + 1);
        }
        long leap = FIRST_LEAP;
        for (int i = 0; i < Math.min(refusals, MOST_LEAPS); i++) {
            leap *= 10;
        }
        return beyond + (refusals == 0 ? 0 : leap);
    }

    /** The number of one of our own ids; −1 where the text there is none. */
    private static long numberAfter(String words, int from) {
        int to = from;
        while (to < words.length() && Character.digit(words.charAt(to), RADIX) >= 0) {
            to++;
        }
        if (to - from != OneTimeKey.idOf(0).length()) {
            return -1;
        }
        long number = Long.parseLong(words.substring(from, to), RADIX);
        return number < Long.MAX_VALUE >> RADIX ? number : -1;
    }
}
