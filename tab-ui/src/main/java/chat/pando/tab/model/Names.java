package chat.pando.tab.model;

import chat.pando.protocol.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the people of a room are called.
 *
 * <p>Two people of one display name are told apart by their user ids (Matrix spec, Client-Server API, "Calculating the
 * display name for a user"), so nobody can pass for another.
 */
public final class Names {

    private final Map<String, String> byUser = new HashMap<>();

    Names(List<Member> members) {
        Map<String, Integer> bearers = new HashMap<>();
        members.forEach(member -> member.displayName().ifPresent(name -> bearers.merge(name, 1, Integer::sum)));
        for (Member member : members) {
            member.displayName().filter(name -> !name.strip().isEmpty()).ifPresent(name -> {
                boolean ambiguous = bearers.get(name) > 1 || name.startsWith("@");
                byUser.put(member.userId(), ambiguous ? name + " (" + member.userId() + ")" : name);
            });
        }
    }

    /** The display name, or the user id where there is none. */
    public String of(String userId) {
        return byUser.getOrDefault(userId, userId);
    }
}
