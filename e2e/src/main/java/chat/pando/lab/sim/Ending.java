package chat.pando.lab.sim;

import chat.pando.lab.sim.Laws.Law;
import chat.pando.lab.sim.browser.Browser;
import chat.pando.lab.sim.browser.Page;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.OpenRoom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** The end of a walk: faults stop, everything comes to rest, and what everybody sees is compared. */
final class Ending {

    private static final long PATIENCE_MILLIS = 120_000;
    private static final long FIRST_REST_MILLIS = 300_000;
    private static final long REST_MILLIS = 1_800_000;
    /** A device begins at most one new session with another in an hour, so healing can take that long. */
    private static final int RESTS = 5;

    private final World world;

    Ending(World world) {
        this.world = world;
    }

    void end() {
        world.weather().clear();
        for (Browser browser : world.browsers()) {
            browser.setOnline(true);
            browser.fillDisk(false);
            browser.thawCores();
            browser.pages().forEach(browser::thaw);
            world.run(100);
            List.copyOf(browser.pages()).forEach(browser::close);
        }
        world.run(FIRST_REST_MILLIS);
        List<Audit.Finding> findings = audit();
        for (int i = 0; i < RESTS && !findings.isEmpty(); i++) {
            world.run(REST_MILLIS);
            findings = audit();
        }
        findings.forEach(finding -> world.laws().broken(finding.law(), finding.words()));
    }

    private List<Audit.Finding> audit() {
        List<Audit.Finding> findings = new ArrayList<>();
        List<Audit.View> views = new ArrayList<>();
        for (Browser browser : world.browsers()) {
            Page page = browser.pages().stream().findFirst().orElseGet(browser::openTab);
            if (!world.await(page::live, PATIENCE_MILLIS)) {
                findings.add(new Audit.Finding(Law.NEVER_AT_REST, "a tab is " + page.linkState()));
                continue;
            }
            for (String account : browser.accounts()) {
                Optional<Audit.View> view = look(page, account);
                view.ifPresent(views::add);
                if (view.isEmpty() && !isSignedOut(page)) {
                    findings.add(new Audit.Finding(Law.NEVER_AT_REST, account + " isn't online in " + browser.name()
                            + ": " + page.model().account().map(AccountModel::connection)));
                }
            }
        }
        findings.addAll(new Audit(world.ledger(), world.server().record(), views).findings());
        return findings;
    }

    /** A core that died while it signed out has told the server, and the person still to say that the rest may go. */
    private static boolean isSignedOut(Page page) {
        return page.model()
                .account()
                .filter(model -> model.connection().state() == Connection.State.SIGNED_OUT)
                .isPresent();
    }

    private Optional<Audit.View> look(Page page, String account) {
        page.show(account);
        if (!world.await(() -> shows(page, account), PATIENCE_MILLIS)) {
            return Optional.empty();
        }
        AccountModel model = page.model().account().orElseThrow();
        Map<String, List<TimelineItem>> rooms = new LinkedHashMap<>();
        for (var entry : model.rooms().entries()) {
            if (entry.room().membership() == RoomSummary.Membership.JOIN) {
                rooms.put(entry.room().id(), timeline(page, entry.room().id()));
            }
        }
        return Optional.of(new Audit.View(account, model.deviceId(), rooms));
    }

    private static boolean shows(Page page, String account) {
        return page.live()
                && page.model()
                        .account()
                        .filter(model -> model.userId().equals(account)
                                && model.connection().state() == Connection.State.ONLINE)
                        .isPresent();
    }

    private List<TimelineItem> timeline(Page page, String room) {
        page.openRoom(room);
        world.await(() -> page.model().openRoom().filter(open -> open.id().equals(room)).isPresent(), PATIENCE_MILLIS);
        while (page.model().openRoom().map(OpenRoom::hasOlder).orElse(false)) {
            AtomicBoolean settled = new AtomicBoolean();
            page.ask(new Command.LoadOlder(room), outcome -> settled.set(true));
            if (!world.await(settled::get, PATIENCE_MILLIS)) {
                break;
            }
        }
        List<TimelineItem> items = page.model()
                .openRoom()
                .map(open -> List.copyOf(open.timeline().items()))
                .orElse(List.of());
        return items.stream().map(item -> unfolded(page, room, item)).toList();
    }

    /** A long text that is there as one that is short: an entry that says all of it. */
    private TimelineItem unfolded(Page page, String room, TimelineItem item) {
        if (!(item.content() instanceof TimelineItem.Content.LongText text)
                || text.standing() != TimelineItem.Content.LongText.Standing.WHOLE) {
            return item;
        }
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        page.ask(new Command.ReadText(room, item.sender(), text.transfer()), outcome::set);
        world.await(() -> outcome.get() != null, PATIENCE_MILLIS);
        String body = outcome.get() instanceof Outcome.Done done ? done.result().string("body").orElse("") : "";
        return new TimelineItem(
                item.key(),
                item.eventId(),
                item.order(),
                item.sender(),
                item.timestamp(),
                new TimelineItem.Content.Text(TimelineItem.Content.Text.Kind.TEXT, body),
                item.state(),
                item.failure());
    }
}
