package chat.pando.lab.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What happens in a run, and when: decided by the seed alone, before anything happens. */
record Script(List<Deed> deeds) {

    /** The time in which a message is written by somebody, on average. */
    private static final int MILLIS_A_MESSAGE = 80;
    /** For so many messages that are written, somebody has read up to some. */
    private static final int MESSAGES_A_LOOK = 4;
    private static final int LONGEST_TEXT = 240;
    /** How long a killed core stays away. */
    private static final Range AWAY = new Range(100, 3_000);

    Script {
        deeds = deeds.stream().sorted(Comparator.comparingInt(Deed::at)).toList();
    }

    /** Something that happens. */
    sealed interface Deed {

        /** When, in milliseconds after the beginning. */
        int at();
    }

    /**
     * Somebody writes a message.
     *
     * @param length of the text, in characters
     */
    record Say(int at, int client, int length) implements Deed {}

    /** Somebody has read what their tab shows. */
    record Read(int at, int client) implements Deed {}

    /** Somebody's core is killed, and starts again on what it has stored after some time. */
    record Kill(int at, int client, int away) implements Deed {}

    /** Nobody has a line for a while. */
    record Cut(int at, int millis) implements Deed {}

    static Script of(Conditions conditions, long seed) {
        // Mixed, because neighbouring seeds of Random begin with nearly the same numbers.
        Random random = new Random(new SplittableRandom(seed).nextLong());
        List<Deed> deeds = new ArrayList<>();
        int talk = conditions.messages() * MILLIS_A_MESSAGE;
        for (int i = 0; i < conditions.messages(); i++) {
            deeds.add(new Say(random.nextInt(talk), i % conditions.clients(), 1 + random.nextInt(LONGEST_TEXT)));
            if (i % MESSAGES_A_LOOK == 0) {
                deeds.add(new Read(random.nextInt(talk), random.nextInt(conditions.clients())));
            }
        }
        for (int i = 0; i < conditions.kills(); i++) {
            deeds.add(new Kill(random.nextInt(talk), random.nextInt(conditions.clients()), AWAY.draw(random)));
        }
        int part = talk / Math.max(1, conditions.cuts());
        for (int i = 0; i < conditions.cuts(); i++) {
            deeds.add(new Cut(i * part + random.nextInt(part), conditions.cut().millis()));
        }
        return new Script(deeds);
    }
}
