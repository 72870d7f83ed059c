package chat.pando.lab.walk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A room that somebody asked for; everybody in it is invited from its beginning, so entitled to all that is said. */
final class Room {

    private final String name;
    private final String creator;
    private final List<String> invited;
    private final Set<String> inside = new LinkedHashSet<>();

    Room(String name, String creator, List<String> invited) {
        this.name = name;
        this.creator = creator;
        this.invited = List.copyOf(invited);
    }

    String name() {
        return name;
    }

    /** The creator's tabs have shown it. */
    boolean exists() {
        return inside.contains(creator);
    }

    boolean awaits(String user) {
        return invited.contains(user) && !inside.contains(user);
    }

    boolean has(String user) {
        return inside.contains(user);
    }

    void enters(String user) {
        inside.add(user);
    }

    String creator() {
        return creator;
    }

    List<String> invited() {
        return invited;
    }

    Set<String> inside() {
        return inside;
    }
}
