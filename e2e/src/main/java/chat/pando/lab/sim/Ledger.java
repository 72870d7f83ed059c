package chat.pando.lab.sim;

import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What people have asked for, and how each of it ended. */
public final class Ledger {

    /** How long a command may take while its page runs: the tab itself gives up after two minutes. */
    private static final long MOST_MILLIS = 180_000;

    private final Laws laws;
    private final LongSupplier time;
    private final List<Asked> open = new ArrayList<>();
    private final Map<String, Said> said = new LinkedHashMap<>();

    public Ledger(Laws laws, LongSupplier time) {
        this.laws = laws;
        this.time = time;
    }

    /** Whether a page can hear of an outcome now. */
    public interface Asker {

        boolean gone();

        /** Since when it has been running; empty while it stands still. */
        Optional<Long> runningSince();
    }

    /** A command whose outcome is awaited. */
    private record Asked(Asker asker, String command, long at) {}

    /** Something that a person wrote. */
    public static final class Said {

        private final String text;
        private final String account;
        private final String device;
        private final String room;
        private final String tab;
        private final long knownPosition;
        private Fate fate = Fate.OPEN;
        private boolean inOrder = true;

        Said(String text, String account, String device, String room, String tab, long knownPosition) {
            this.text = text;
            this.account = account;
            this.device = device;
            this.room = room;
            this.tab = tab;
            this.knownPosition = knownPosition;
        }

        public String text() {
            return text;
        }

        public String account() {
            return account;
        }

        public String device() {
            return device;
        }

        public String room() {
            return room;
        }

        /** The tab that it was written in: what was written in one tab stays in order. */
        public String tab() {
            return tab;
        }

        /** Up to where the sending device had heard of the world when it was written. */
        public long knownPosition() {
            return knownPosition;
        }

        public Fate fate() {
            return fate;
        }

        /** Whether it was accepted without having been refused before. */
        public boolean inOrder() {
            return inOrder && fate == Fate.ACCEPTED;
        }

        private void saidAgain() {
            fate = fate == Fate.REFUSED ? Fate.OPEN : fate;
        }

        void become(Fate next) {
            inOrder &= next == Fate.ACCEPTED;
            fate = next;
        }
    }

    /** What became of a message as its writer was told. */
    public enum Fate {
        /** Nothing was told: it may arrive, once. */
        OPEN,
        /** The core has it: it must arrive, once, unless it is shown as failed. */
        ACCEPTED,
        /** Refused: it must not arrive, unless it is sent anew. */
        REFUSED,
        /** The core was lost: it may arrive, once. */
        DOUBTFUL
    }

    /** A command was given; the answer is to be told when it has settled. */
    public Runnable asked(Asker asker, String command) {
        Asked asked = new Asked(asker, command, time.getAsLong());
        open.add(asked);
        return () -> open.remove(asked);
    }

    public Said said(String text, String account, String device, String room, String tab, long knownPosition) {
        Said entry =
                said.computeIfAbsent(text, key -> new Said(text, account, device, room, tab, knownPosition));
        entry.saidAgain();
        return entry;
    }

    public Optional<Said> find(String text) {
        return Optional.ofNullable(said.get(text));
    }

    public void settled(String text, Outcome outcome) {
        find(text).ifPresent(entry -> entry.become(fate(entry, outcome)));
    }

    private static Fate fate(Said entry, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            boolean doubt = refused.problem().code() == Problem.Code.CORE_LOST || entry.fate() == Fate.DOUBTFUL;
            return doubt ? Fate.DOUBTFUL : Fate.REFUSED;
        }
        return Fate.ACCEPTED;
    }

    public List<Said> all() {
        return List.copyOf(said.values());
    }

    /** Counts the commands that have not settled in time. */
    public void check() {
        open.removeIf(asked -> asked.asker().gone());
        List<Asked> overdue = open.stream().filter(this::isOverdue).toList();
        open.removeAll(overdue);
        overdue.forEach(asked -> laws.broken(Laws.Law.COMMAND_NEVER_SETTLED, asked.command()));
    }

    private boolean isOverdue(Asked asked) {
        long now = time.getAsLong();
        return asked.asker()
                .runningSince()
                .filter(since -> now - Math.max(since, asked.at()) > MOST_MILLIS)
                .isPresent();
    }
}
