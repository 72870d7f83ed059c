package chat.pando.conformance;

import chat.pando.host.Broadcasts;
import chat.pando.host.Broadcasts.Broadcast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** What {@link Broadcasts} promise. */
public final class BroadcastsConformance implements Conformance {

    private static final String LAST = "last";

    private final Broadcasts broadcasts;
    private final String prefix;

    /** @param prefix of all names, so that two runs in one origin are not in each other's way */
    public BroadcastsConformance(Broadcasts broadcasts, String prefix) {
        this.broadcasts = broadcasts;
        this.prefix = prefix;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("all others hear a text, in order, as it is", this::everybody),
                new Case("nobody hears oneself", this::oneself),
                new Case("channels do not touch each other", this::names),
                new Case("a listener that blocks keeps the order", this::blocking),
                new Case("a listener that dies does not end the membership", this::dying),
                new Case("who has left hears nothing and says nothing", this::left));
    }

    private void everybody() throws InterruptedException {
        List<String> texts = List.of("", "\u0000", "grüße \ud83c\udf33", "x".repeat(100_000), LAST);
        Ear first = new Ear();
        Ear second = new Ear();
        try (Broadcast one = join("everybody", first);
                Broadcast two = join("everybody", second);
                Broadcast speaker = join("everybody", text -> {})) {
            texts.forEach(speaker::post);
            Check.equal(texts, first.texts());
            Check.equal(texts, second.texts());
            Check.that(one != two, "two memberships");
        }
    }

    private void oneself() throws InterruptedException {
        Ear ear = new Ear();
        try (Broadcast me = join("oneself", ear);
                Broadcast other = join("oneself", text -> {})) {
            me.post("mine");
            other.post(LAST);
            Check.equal(List.of(LAST), ear.texts());
        }
    }

    private void names() throws InterruptedException {
        Ear ear = new Ear();
        try (Broadcast here = join("names a", ear);
                Broadcast there = join("names b", text -> {});
                Broadcast speaker = join("names a", text -> {})) {
            there.post("elsewhere");
            speaker.post(LAST);
            Check.equal(List.of(LAST), ear.texts());
            Check.that(here != there, "two memberships");
        }
    }

    private void blocking() throws InterruptedException {
        Latch posted = new Latch(1);
        Ear ear = new Ear();
        Consumer<String> slow = text -> {
            posted.awaitQuietly("that both are posted");
            ear.accept(text);
        };
        try (Broadcast listener = join("blocking", slow);
                Broadcast speaker = join("blocking", text -> {})) {
            speaker.post("first");
            speaker.post(LAST);
            posted.countDown();
            Check.equal(List.of("first", LAST), ear.texts());
            Check.that(listener != speaker, "two memberships");
        }
    }

    private void dying() throws InterruptedException {
        Ear ear = new Ear();
        Consumer<String> mortal = text -> {
            if (text.equals("deadly")) {
                throw new IllegalStateException("on purpose: this conformance case throws it");
            }
            ear.accept(text);
        };
        try (Broadcast listener = join("dying", mortal);
                Broadcast speaker = join("dying", text -> {})) {
            speaker.post("deadly");
            speaker.post(LAST);
            Check.equal(List.of(LAST), ear.texts());
            Check.that(listener != speaker, "two memberships");
        }
    }

    private void left() throws InterruptedException {
        Ear gone = new Ear();
        Ear ear = new Ear();
        try (Broadcast listener = join("left", ear);
                Broadcast speaker = join("left", text -> {})) {
            Broadcast leaver = join("left", gone);
            leaver.close();
            leaver.post("from beyond");
            leaver.close();
            speaker.post(LAST);
            Check.equal(List.of(LAST), ear.texts());
            Check.equal(List.of(), gone.heard());
            Check.that(listener != speaker, "two memberships");
        }
    }

    private Broadcast join(String name, Consumer<String> listener) {
        return broadcasts.join(prefix + name, listener);
    }

    /** Collects what is heard up to the text that a case posts last. */
    private static final class Ear implements Consumer<String> {

        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
        private final Latch last = new Latch(1);

        @Override
        public void accept(String text) {
            heard.add(text);
            if (text.equals(LAST)) {
                last.countDown();
            }
        }

        List<String> texts() throws InterruptedException {
            last.await("the last text");
            return heard();
        }

        List<String> heard() {
            return List.copyOf(heard);
        }
    }
}
