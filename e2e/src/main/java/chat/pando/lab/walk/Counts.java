package chat.pando.lab.walk;

import chat.pando.e2e.law.Law;
import java.util.List;

/**
 * What a walk counts, of which nothing may happen.
 *
 * @param duplicateOneTimeKeys ids that stood for two keys, and keys that two others were given
 * @param megolmIndicesReused  (session, index) pairs with two ciphertexts
 * @param wedgedSessions       Olm sessions in which a message could not be decrypted
 * @param messagesLost         messages that were accepted and didn't reach everybody in the room
 * @param messagesDoubled      messages that somebody has twice
 * @param undecryptable        messages that somebody entitled could not read
 * @param commandsNeverSettled commands without an outcome
 * @param workerErrors         what the core's worker has thrown and not caught, as far as its console can be read
 */
public record Counts(
        int duplicateOneTimeKeys,
        int megolmIndicesReused,
        int wedgedSessions,
        int messagesLost,
        int messagesDoubled,
        int undecryptable,
        int commandsNeverSettled,
        int workerErrors) {

    public static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Counts what was found broken; laws that have no number of their own are told in words only. */
    public static Counts of(List<BrokenLaw> broken) {
        return new Counts(count(broken, Law.ONE_TIME_KEY_ONCE), count(broken, Law.MEGOLM_INDEX_ONCE),
                count(broken, Law.NO_WEDGED_SESSION), count(broken, Law.NOTHING_LOST),
                count(broken, Law.NOTHING_DOUBLED), count(broken, Law.EVERYTHING_READABLE),
                count(broken, Law.COMMANDS_SETTLE), count(broken, Law.NO_WORKER_THROWS));
    }

    private static int count(List<BrokenLaw> broken, Law law) {
        return (int) broken.stream().filter(one -> one.law() == law).count();
    }

    public Counts plus(Counts more) {
        return new Counts(
                duplicateOneTimeKeys + more.duplicateOneTimeKeys,
                megolmIndicesReused + more.megolmIndicesReused,
                wedgedSessions + more.wedgedSessions,
                messagesLost + more.messagesLost,
                messagesDoubled + more.messagesDoubled,
                undecryptable + more.undecryptable,
                commandsNeverSettled + more.commandsNeverSettled,
                workerErrors + more.workerErrors);
    }
}
