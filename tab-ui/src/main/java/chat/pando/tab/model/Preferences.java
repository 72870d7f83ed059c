package chat.pando.tab.model;

import java.util.Optional;

/** What a person likes, in all tabs of this browser. */
public final class Preferences {

    private static final String APPEARANCE = "pando.appearance";
    private static final String ENTER_SENDS = "pando.enter-sends";

    private final Memory memory;

    public Preferences(Memory memory) {
        this.memory = memory;
    }

    /** Light or dark. */
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Appearance appearance() {
        String stored = memory.read(APPEARANCE).orElse("");
        for (Appearance appearance : Appearance.values()) {
            if (appearance.name().equals(stored)) {
                return appearance;
            }
        }
        return Appearance.SYSTEM;
    }

    public void setAppearance(Appearance appearance) {
        memory.write(APPEARANCE, appearance.name());
    }

    /** Whether Enter sends a message; else it breaks the line, and Ctrl+Enter sends. */
    public boolean enterSends() {
        return !memory.read(ENTER_SENDS).equals(Optional.of("no"));
    }

    public void setEnterSends(boolean sends) {
        memory.write(ENTER_SENDS, sends ? "yes" : "no");
    }
}
