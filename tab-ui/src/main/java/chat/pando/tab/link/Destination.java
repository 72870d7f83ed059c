package chat.pando.tab.link;

import java.util.Optional;

/**
 * Which core a tab goes to: a fresh page to its own; a page that has been at one to the same again, unless a fresher
 * page has noted another one since.
 */
final class Destination {

    private final CurrentCore current;
    private Optional<CoreAddress> lastRead;
    private CoreAddress chosen;
    private boolean fresh = true;

    Destination(CoreAddress own, CurrentCore current) {
        this.current = current;
        this.lastRead = current.read();
        this.chosen = own;
    }

    /** Where to go now. */
    CoreAddress choose() {
        Optional<CoreAddress> now = current.read();
        if (!now.equals(lastRead)) {
            lastRead = now;
            chosen = now.orElse(chosen);
        }
        return chosen;
    }

    /**
     * The core has sent the tab elsewhere. What was noted since the tab chose that core counts more, for the message may
     * have waited for long; but a note that names that very core is older than what the core says.
     */
    void sentTo(CoreAddress elsewhere) {
        fresh = false;
        Optional<CoreAddress> now = current.read();
        if (now.equals(lastRead) || now.equals(Optional.of(chosen))) {
            lastRead = now;
            chosen = elsewhere;
        }
    }

    /** The core has shown what there is. Only a fresh page knows by that which version the site serves now. */
    void arrived() {
        if (fresh) {
            fresh = false;
            current.note(chosen);
            lastRead = current.read();
        }
    }

    /** The page has been away: the site may have changed meanwhile. */
    void aged() {
        fresh = false;
    }
}
