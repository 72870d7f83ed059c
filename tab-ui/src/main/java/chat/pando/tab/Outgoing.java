package chat.pando.tab;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.tab.model.Drafts;
import chat.pando.tab.model.Unsent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The texts on their way from the composer to the core's outbox: each arrives there once, or comes back as a draft.
 *
 * <p>Where the core was lost in between nobody knows whether it has the text. The same text sent again then goes
 * under the same id, so it can't arrive twice.
 */
final class Outgoing {

    private final Drafts drafts;
    private final Unsent unsent;
    private final Supplier<String> ids;
    private final BiConsumer<Call, Consumer<Outcome>> core;
    private final Runnable whenGivenBack;
    private final Map<String, Problem> refusals = new HashMap<>();
    private final Map<String, Unsent.Message> doubtful = new HashMap<>();
    private final Set<String> inHand = new HashSet<>();

    Outgoing(
            Drafts drafts,
            Unsent unsent,
            Supplier<String> ids,
            BiConsumer<Call, Consumer<Outcome>> core,
            Runnable whenGivenBack) {
        this.drafts = drafts;
        this.unsent = unsent;
        this.ids = ids;
        this.core = core;
        this.whenGivenBack = whenGivenBack;
    }

    /** Why the room's draft came back. */
    Optional<Problem> refusal(String account, String room) {
        return Optional.ofNullable(refusals.get(place(account, room)));
    }

    void send(String account, String room, String body) {
        String place = place(account, room);
        refusals.remove(place);
        Unsent.Message before = doubtful.remove(place);
        String id = before != null && before.body().equals(body) ? before.id() : ids.get();
        Unsent.Message message = new Unsent.Message(id, account, room, body);
        if (!unsent.add(message)) {
            giveBack(message, new Problem(Problem.Code.STORAGE_FULL,
                    "This browser has no room left to keep your message safe. Shorten it, or free some space."));
            return;
        }
        drafts.write(account, room, "");
        hand(message);
    }

    /** Hands over what was still on its way before a reload; what this page has handed over already isn't touched. */
    void resume(String account) {
        for (Unsent.Message message : unsent.of(account)) {
            if (!inHand.contains(message.id())) {
                hand(message);
            }
        }
    }

    private void hand(Unsent.Message message) {
        inHand.add(message.id());
        Call call = new Call(message.id(), new Command.SendText(message.room(), message.body()));
        core.accept(call, outcome -> settled(message, outcome));
    }

    private void settled(Unsent.Message message, Outcome outcome) {
        unsent.remove(message.id());
        inHand.remove(message.id());
        if (outcome instanceof Outcome.Refused refused) {
            if (refused.problem().code() == Problem.Code.CORE_LOST) {
                doubtful.put(place(message.account(), message.room()), message);
            }
            drafts.giveBack(message.account(), message.room(), message.body());
            giveBack(message, refused.problem());
        }
    }

    private void giveBack(Unsent.Message message, Problem problem) {
        refusals.put(place(message.account(), message.room()), problem);
        whenGivenBack.run();
    }

    private static String place(String account, String room) {
        return account + " " + room;
    }
}
