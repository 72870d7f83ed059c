package chat.pando.lab.walk;

import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.Hands;

/** A tab on the walk, and the state that it was brought into. */
final class WalkedTab {

    private static final int PATIENCE = 2_500;

    /** What has been done to it. */
    enum Mode { SHOWN, HIDDEN, FROZEN, AWAY, CRASHED, GONE }

    private final int number;
    private final BrowserTab tab;
    private Mode mode = Mode.SHOWN;
    private boolean lostItsMemory;

    WalkedTab(int number, BrowserTab tab) {
        this.number = number;
        this.tab = tab;
    }

    BrowserTab tab() {
        return tab;
    }

    Hands hands() {
        return new Hands(tab, PATIENCE);
    }

    Hands patientHands(int millis) {
        return new Hands(tab, millis);
    }

    Mode mode() {
        return mode;
    }

    void enter(Mode next) {
        mode = next;
        if (next == Mode.CRASHED || next == Mode.GONE) {
            lostItsMemory = true;
        }
    }

    /** Whether its page runs and shows Pando. */
    boolean isUsable() {
        return mode == Mode.SHOWN || mode == Mode.HIDDEN;
    }

    /** Whether what its page remembered may have gone with it. */
    boolean lostItsMemory() {
        return lostItsMemory;
    }

    @Override
    public String toString() {
        return "tab " + number;
    }
}
