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
 * under the same id, so it can't arrive twice; also after a reload.
 */
public final class Outgoing {

    private final Drafts drafts;
    private final Unsent unsent;
    private final Supplier<String> ids;
    private final BiConsumer<Call, Consumer<Outcome>> core;
    private final Runnable whenGivenBack;
    private final Map<String, Problem> refusals = new HashMap<>();
    private final Set<String> inHand = new HashSet<>();

    public Outgoing(
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
    public Optional<Problem> refusal(String account, String room) {
        return Optional.ofNullable(refusals.get(place(account, room)));
    }

    public void send(String account, String room, String body) {
        refusals.remove(place(account, room));
        String id = unsent.takeDoubtful(account, room)
                .filter(before -> before.body().equals(body))
                .map(Unsent.Message::id)
                .orElseGet(ids);
        Unsent.Message message = new Unsent.Message(id, account, room, body);
        drafts.write(account, room, ""); // first: there may be no room for a long text twice
        if (!unsent.add(message)) {
            drafts.giveBack(account, room, body);
            giveBack(message, new Problem(Problem.Code.STORAGE_FULL,
                    "This browser has no room left to keep your message safe. Shorten it, or free some space."));
            return;
        }
        hand(message);
    }

    /**
     * Hands over what was still on its way before a reload, whichever account the tab shows now; what this page has
     * handed over already isn't touched.
     */
    public void resume() {
        for (Unsent.Message message : unsent.all()) {
            if (!inHand.contains(message.id())) {
                hand(message);
            }
        }
    }

    private void hand(Unsent.Message message) {
        inHand.add(message.id());
        Command command = new Command.SendText(message.room(), message.body());
        Call call = new Call(message.id(), Optional.of(message.account()), command);
        core.accept(call, outcome -> settled(message, outcome));
    }

    private void settled(Unsent.Message message, Outcome outcome) {
        unsent.remove(message.id());
        inHand.remove(message.id());
        if (outcome instanceof Outcome.Refused refused) {
            if (refused.problem().code() == Problem.Code.CORE_LOST) {
                unsent.keepDoubtful(message);
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
