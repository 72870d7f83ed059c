package chat.pando.lab.channel;

/**
 * Under what conditions people talk.
 *
 * @param clients  how many they are
 * @param messages how many they write altogether
 * @param drop     the share of exchanges with the server whose request or answer is lost
 * @param latency  how long an exchange is on its way, both ways together
 * @param cut      for how long nobody has a line, each time that it is cut
 * @param cuts     how often it is
 * @param kills    how many cores are killed
 */
record Conditions(int clients, int messages, double drop, Range latency, Span cut, int cuts, int kills) {

    Conditions {
        if (clients < 2 || messages < 1 || drop < 0 || drop >= 1 || cuts < 0 || kills < 0) {
            throw new IllegalArgumentException("two people or more, a message or more, a share below 1");
        }
    }

    /** As options of the command. */
    String options() {
        return "--clients " + clients + " --messages " + messages + " --drop " + drop + " --latency " + latency
                + " --cut " + cut + " --cuts " + cuts + " --kills " + kills;
    }
}
