package chat.pando.lab.walk;

/** A message that somebody wrote in a tab, and what the walk knows about its fate. */
final class Message {

    private final String text;
    private final String room;
    private final String sender;
    private final WalkedTab tab;
    private boolean seen;
    private boolean doubtful;

    /** @param tab where it was written: for as long as that lives, it must not be lost */
    Message(String text, String room, String sender, WalkedTab tab) {
        this.text = text;
        this.room = room;
        this.sender = sender;
        this.tab = tab;
    }

    String text() {
        return text;
    }

    String room() {
        return room;
    }

    String sender() {
        return sender;
    }

    WalkedTab tab() {
        return tab;
    }

    /** It stood in the timeline of a tab of its sender: from then on it is the core's to deliver. */
    void sawIt() {
        seen = true;
    }

    boolean wasSeen() {
        return seen;
    }

    /** Its writing was interrupted: nobody knows whether the page has taken it. */
    void doubt() {
        doubtful = true;
    }

    /** The page that took it has lived on, so it must have handed it over, or have it still. */
    boolean mustBeSomewhere() {
        return !doubtful && !tab.lostItsMemory();
    }
}
