package chat.pando.lab.sim;

import chat.pando.lab.sim.Laws.Law;
import chat.pando.lab.sim.server.Record;
import chat.pando.protocol.TimelineItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what was written with what everybody sees. */
final class Audit {

    private final Ledger ledger;
    private final Record record;
    private final List<View> views;
    private final List<Finding> findings = new ArrayList<>();

    Audit(Ledger ledger, Record record, List<View> views) {
        this.ledger = ledger;
        this.record = record;
        this.views = views;
    }

    /** The whole timelines of one device's rooms, as a person sees them. */
    record View(String user, String device, Map<String, List<TimelineItem>> rooms) {

        List<TimelineItem> room(String id) {
            return rooms.getOrDefault(id, List.of());
        }
    }

    /** Something that is not as it should be. */
    record Finding(Law law, String words) {}

    List<Finding> findings() {
        ledger.all().forEach(this::check);
        views.forEach(this::checkOrder);
        return List.copyOf(findings);
    }

    private void found(Law law, String words) {
        findings.add(new Finding(law, words.replaceAll("( x)+", " x…")));
    }

    private void check(Ledger.Said said) {
        Optional<View> sender = views.stream()
                .filter(view -> view.device().equals(said.device()))
                .filter(view -> view.rooms().containsKey(said.room()))
                .findFirst();
        if (sender.isEmpty()) {
            return; // the device is gone, or has left the room
        }
        List<TimelineItem> own = sender.get().room(said.room()).stream()
                .filter(item -> body(item).equals(Optional.of(said.text())))
                .toList();
        if (own.size() > 1) {
            found(Law.MESSAGE_DOUBLED, said.text() + " for its writer, " + said.fate());
        } else if (own.isEmpty() && said.fate() == Ledger.Fate.ACCEPTED) {
            found(Law.MESSAGE_LOST, said.text() + " for its writer " + said.device());
        } else if (own.size() == 1 && said.fate() == Ledger.Fate.REFUSED) {
            found(Law.MESSAGE_DOUBLED, said.text() + " was refused, and is there");
        } else if (own.size() == 1) {
            checkSent(said, own.get(0));
        }
    }

    private void checkSent(Ledger.Said said, TimelineItem own) {
        if (own.state() == TimelineItem.State.WAITING || own.state() == TimelineItem.State.SENDING) {
            found(Law.NEVER_AT_REST, said.text() + " of " + said.device() + " is still " + own.state());
        } else if (own.state() != TimelineItem.State.FAILED) {
            String event = own.eventId().orElse("");
            views.stream()
                    .filter(view -> !view.device().equals(said.device()))
                    .filter(view -> view.rooms().containsKey(said.room()))
                    .forEach(view -> checkReceived(said, event, view));
        }
    }

    private void checkReceived(Ledger.Said said, String event, View view) {
        List<TimelineItem> there = view.room(said.room()).stream()
                .filter(item -> item.eventId().equals(Optional.of(event)))
                .toList();
        String words = said.text() + " of " + said.device() + " at " + view.device();
        if (there.size() > 1) {
            found(Law.MESSAGE_DOUBLED, words);
        } else if (there.isEmpty()) {
            found(Law.MESSAGE_LOST, words);
        } else if (!body(there.get(0)).equals(Optional.of(said.text()))
                && record.entitled(said.room(), view.user(), view.device(), said.device(), said.knownPosition())) {
            found(Law.UNDECRYPTABLE, words);
        }
    }

    /** What was written in one tab for one account and accepted at once is in the order in which it was written. */
    private void checkOrder(View view) {
        view.rooms().forEach((room, items) -> {
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < items.size(); i++) {
                int place = i;
                body(items.get(i)).filter(text -> items.get(place).eventId().isPresent())
                        .ifPresent(text -> places.putIfAbsent(text, place));
            }
            Map<String, Integer> last = new HashMap<>();
            for (Ledger.Said said : ledger.all()) {
                Integer place = places.get(said.text());
                if (place != null && said.room().equals(room) && said.inOrder()) {
                    Integer before = last.put(said.tab() + " " + said.device(), place);
                    if (before != null && before > place) {
                        found(Law.MESSAGE_MISPLACED, said.text() + " at " + view.device());
                    }
                }
            }
        });
    }

    private static Optional<String> body(TimelineItem item) {
        return item.content() instanceof TimelineItem.Content.Text text ? Optional.of(text.body()) : Optional.empty();
    }
}
