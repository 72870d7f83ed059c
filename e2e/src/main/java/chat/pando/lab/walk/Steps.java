package chat.pando.lab.walk;

import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Glance;
import chat.pando.lab.walk.WalkedTab.Mode;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Carries out steps. What a step can't do now it leaves, and says why; it waits for nothing that it doesn't need. */
final class Steps {

    private static final int MOST_ROOMS = 6;
    private static final int MOST_PEOPLE = 3;
    private static final int MOST_AT_ONCE = 3;

    private final World world;
    private final Disturbance disturbance;
    private final long seed;
    private int version;
    private int newest;

    Steps(World world, Disturbance disturbance, long seed) {
        this.world = world;
        this.disturbance = disturbance;
        this.seed = seed;
    }

    /** Returns what was done, in words. */
    String take(int step, StepKind kind, Random random) throws IOException {
        return switch (kind) {
            case WRITE, READ_A_ROOM, CREATE_ROOM, ACCEPT_INVITATION, SWITCH_ACCOUNT, TRY_NOW ->
                    inATab(step, kind, random);
            case SIGN_UP -> signUp();
            case OPEN_TAB -> world.tabs().size() < World.MOST_TABS ? "opened " + world.open() : "enough tabs";
            case CLOSE_TAB, RELOAD_TAB, HIDE_TAB, SHOW_TAB, FREEZE_TAB, THAW_TAB, LEAVE_PAGE, COME_BACK, CRASH_TAB ->
                    toATab(kind, random);
            case KILL_CORE -> {
                world.browser().killCore();
                yield "done";
            }
            case KILL_BROWSER -> {
                world.killBrowser();
                yield "opened " + world.open() + " and " + world.open();
            }
            case UPGRADE -> deploy(++newest, random);
            case ROLL_BACK -> deploy(Math.max(0, version - 1), random);
            case GO_OFFLINE -> {
                disturbance.goOffline();
                yield "done";
            }
            case GO_ONLINE -> goOnline();
            case FAULT -> disturbance.begin(random);
        };
    }

    private String goOnline() {
        if (!disturbance.isOffline()) {
            return "is online";
        }
        disturbance.goOnline();
        world.usableTabs().forEach(tab -> tab.hands().tryNow());
        return "done";
    }

    /** Old tabs stay as they are; one is loaded anew, as somebody will do sooner or later. */
    private String deploy(int number, Random random) {
        version = number;
        world.site().deploy(number);
        List<WalkedTab> usable = world.usableTabs();
        if (usable.isEmpty()) {
            return "version " + number;
        }
        WalkedTab tab = World.any(usable, random);
        tab.tab().reload();
        return "version " + number + ", reloaded " + tab;
    }

    private String signUp() {
        if (world.people().size() >= MOST_PEOPLE || world.usableTabs().isEmpty()) {
            return "nobody";
        }
        disturbance.end();
        WalkedTab tab = world.open();
        tab.patientHands(10_000).addAccount();
        return world.signUp(tab, "carol");
    }

    private String toATab(StepKind kind, Random random) {
        List<WalkedTab> fitting = switch (kind) {
            case CLOSE_TAB -> world.tabs().size() > 1 ? world.tabs() : List.of();
            case RELOAD_TAB -> world.tabs().stream()
                    .filter(tab -> tab.isUsable() || tab.mode() == Mode.CRASHED).toList();
            case SHOW_TAB -> world.tabs(Mode.HIDDEN);
            case THAW_TAB -> world.tabs(Mode.FROZEN);
            case COME_BACK -> world.tabs(Mode.AWAY);
            default -> world.tabs(Mode.SHOWN);
        };
        if (fitting.isEmpty()) {
            return "no such tab";
        }
        WalkedTab tab = World.any(fitting, random);
        change(kind, tab);
        return tab.toString();
    }

    private void change(StepKind kind, WalkedTab tab) {
        switch (kind) {
            case CLOSE_TAB -> world.close(tab);
            case RELOAD_TAB -> reload(tab);
            case HIDE_TAB -> {
                tab.tab().hide();
                tab.enter(Mode.HIDDEN);
            }
            case SHOW_TAB -> {
                tab.tab().show();
                tab.enter(Mode.SHOWN);
            }
            case FREEZE_TAB -> {
                tab.tab().freeze();
                tab.enter(Mode.FROZEN);
            }
            case THAW_TAB -> {
                tab.tab().thaw();
                tab.enter(Mode.SHOWN);
            }
            case LEAVE_PAGE -> {
                tab.tab().leave(world.site().elsewhere());
                tab.enter(Mode.AWAY);
            }
            case COME_BACK -> {
                tab.tab().comeBack();
                tab.enter(Mode.SHOWN);
            }
            case CRASH_TAB -> {
                tab.tab().crash();
                tab.enter(Mode.CRASHED);
                world.seeWhatCrashed();
            }
            default -> throw new IllegalArgumentException(kind + " happens to no tab");
        }
    }

    private static void reload(WalkedTab tab) {
        tab.tab().reload();
        if (tab.mode() == Mode.CRASHED) {
            tab.enter(Mode.SHOWN);
        }
    }

    private String inATab(int step, StepKind kind, Random random) {
        List<WalkedTab> usable = world.usableTabs();
        WalkedTab tab = usable.isEmpty() ? world.open() : World.any(usable, random);
        try {
            return tab + ", " + act(step, kind, tab, random);
        } catch (DriveException.NoAnswer hangs) {
            throw hangs;
        } catch (DriveException impossible) {
            return tab + ", but: " + impossible.getMessage().lines().findFirst().orElse("");
        }
    }

    private String act(int step, StepKind kind, WalkedTab tab, Random random) {
        if (kind == StepKind.TRY_NOW) {
            return tab.hands().tryNow() ? "pressed" : "not offered";
        }
        if (kind == StepKind.SWITCH_ACCOUNT) {
            String user = World.any(world.people(), random);
            tab.hands().showAccount(user);
            return user;
        }
        Glance glance = tab.hands().lookWhenReady();
        return switch (kind) {
            case WRITE -> write(step, tab, glance, random);
            case READ_A_ROOM -> read(tab, glance, random);
            case CREATE_ROOM -> createRoom(step, tab, glance);
            case ACCEPT_INVITATION -> accept(tab, glance, random);
            default -> throw new IllegalArgumentException(kind + " is done in no tab");
        };
    }

    private String write(int step, WalkedTab tab, Glance glance, Random random) {
        List<Room> open = world.ledger().rooms().stream().filter(room -> room.has(glance.account())).toList();
        if (open.isEmpty()) {
            return "no room yet";
        }
        // Mostly where a conversation goes on already, so that sessions are used more than once.
        Room room = random.nextInt(3) > 0 ? open.get(open.size() - 1) : World.any(open, random);
        int count = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < count; i++) {
            String text = "[" + seed + "/" + step + "/" + i + "]";
            write(tab, new Message(text, room.name(), glance.account(), tab), random.nextBoolean());
        }
        return count + " to " + room.name() + " as " + glance.account();
    }

    private void write(WalkedTab tab, Message message, boolean withEnter) {
        world.ledger().wrote(message);
        try {
            tab.hands().write(message.room(), message.text(), withEnter);
        } catch (DriveException interrupted) {
            message.doubt();
            throw interrupted;
        }
    }

    private String read(WalkedTab tab, Glance glance, Random random) {
        if (glance.rooms().isEmpty()) {
            return "no rooms";
        }
        String room = World.any(glance.rooms(), random);
        tab.hands().openRoom(room);
        return room;
    }

    private String createRoom(int step, WalkedTab tab, Glance glance) {
        if (world.ledger().rooms().size() >= MOST_ROOMS) {
            return "enough rooms";
        }
        List<String> others = world.people().stream().filter(user -> !user.equals(glance.account())).toList();
        Room room = new Room("Room " + step, glance.account(), others);
        world.ledger().asked(room);
        tab.hands().createRoom(room.name(), others);
        return room.name();
    }

    private String accept(WalkedTab tab, Glance glance, Random random) {
        List<Room> invitations = world.ledger().rooms().stream()
                .filter(room -> room.awaits(glance.account()) && glance.rooms().contains(room.name())).toList();
        if (invitations.isEmpty()) {
            return "no invitation";
        }
        Room room = World.any(invitations, random);
        tab.hands().accept(room.name());
        return room.name();
    }
}
