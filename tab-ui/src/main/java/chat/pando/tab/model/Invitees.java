package chat.pando.tab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The people whom a person wants to invite, as typed: user ids between commas.
 *
 * @param users   whole user ids, each once
 * @param problem what is wrong with the text, where something is
 */
public record Invitees(List<String> users, Optional<String> problem) {

    /**
     * Reads the text.
     *
     * @param me the person's own user id: a bare name is taken for somebody on the same server
     */
    public static Invitees parse(String text, String me) {
        List<String> users = new ArrayList<>();
        for (String part : text.split("[,\\s]+")) {
            if (part.isEmpty()) {
                continue;
            }
            String user = complete(part, me);
            if (!isUserId(user)) {
                return new Invitees(List.of(), Optional.of(
                        "“" + part + "” is no user id. It looks like @name:server, for instance " + me + "."));
            }
            if (user.equals(me)) {
                return new Invitees(List.of(), Optional.of("You can't invite yourself: leave out " + me + "."));
            }
            if (!users.contains(user)) {
                users.add(user);
            }
        }
        return new Invitees(users, Optional.empty());
    }

    private static String complete(String part, String me) {
        String name = part.startsWith("@") ? part : "@" + part;
        return name.contains(":") ? name : name + me.substring(me.indexOf(':'));
    }

    private static boolean isUserId(String user) {
        int colon = user.indexOf(':');
        return user.startsWith("@") && colon > 1 && colon < user.length() - 1 && user.length() <= 255;
    }
}
