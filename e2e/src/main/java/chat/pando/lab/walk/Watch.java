package chat.pando.lab.walk;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import chat.pando.e2e.proxy.TrafficLaws;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Hands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Checks the laws from outside: against the proxy's record, the databases, and what a tab shows. */
final class Watch {

    private final World world;
    private final TrafficLaws traffic;
    private final Map<String, Long> epochs = new HashMap<>();
    private int thrownBefore;

    Watch(World world) {
        this.world = world;
        traffic = new TrafficLaws(world.proxy().traffic());
    }

    /** What has been broken since the last look. */
    List<Breach> look(Random random) {
        List<Breach> breaches = new ArrayList<>(traffic.broken());
        List<WalkedTab> usable = world.usableTabs();
        if (!usable.isEmpty()) {
            WalkedTab tab = World.any(usable, random);
            try {
                breaches.addAll(world.ledger().saw(tab.hands().look()));
                checkEpochs(tab.hands().storage(world.people()), breaches);
            } catch (DriveException.NoAnswer hangs) {
                breaches.add(new Breach(Law.TAB_NEVER_HANGS, tab + ": " + hangs.getMessage()));
            } catch (DriveException gone) {
                requireGone(tab, gone, breaches);
            }
        }
        List<String> thrown = world.browser().thrown();
        thrown.stream().skip(thrownBefore)
                .forEach(line -> breaches.add(new Breach(Law.NO_SCRIPT_THROWS, line)));
        thrownBefore = thrown.size();
        return breaches;
    }

    /** A page may go away under one's eyes, when its process was another's that crashed; nothing else may fail. */
    private static void requireGone(WalkedTab tab, DriveException gone, List<Breach> breaches) {
        if (tab.tab().isOpen()) {
            breaches.add(new Breach(Law.TAB_NEVER_HANGS, tab + ": " + gone.getMessage()));
        } else {
            tab.enter(WalkedTab.Mode.CRASHED);
        }
    }

    private void checkEpochs(Map<String, Hands.Stored> stored, List<Breach> breaches) {
        stored.forEach((user, now) -> {
            long before = epochs.merge(user, now.epoch(), Math::max);
            if (now.epoch() < before) {
                breaches.add(new Breach(Law.EPOCH_NEVER_GOES_BACK, user + ": " + before + " and then " + now.epoch()));
            }
        });
    }
}
