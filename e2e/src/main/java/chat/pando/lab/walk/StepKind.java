package chat.pando.lab.walk;

import chat.pando.lab.drive.Ability;
import java.util.Optional;
import java.util.Random;

/** What can happen in a step, and how often it does beside the others. */
enum StepKind {
    WRITE(40),
    READ_A_ROOM(6),
    CREATE_ROOM(4),
    ACCEPT_INVITATION(8),
    SWITCH_ACCOUNT(6),
    SIGN_UP(1),
    OPEN_TAB(7),
    CLOSE_TAB(5),
    RELOAD_TAB(8),
    HIDE_TAB(4),
    SHOW_TAB(4),
    FREEZE_TAB(3),
    THAW_TAB(7),
    LEAVE_PAGE(3),
    COME_BACK(7),
    CRASH_TAB(3),
    KILL_CORE(6),
    KILL_BROWSER(1),
    UPGRADE(3),
    ROLL_BACK(1),
    GO_OFFLINE(2),
    GO_ONLINE(4),
    FAULT(16),
    TRY_NOW(2);

    private static final int TOTAL = total();

    private final int weight;

    StepKind(int weight) {
        this.weight = weight;
    }

    /** What a browser must be able to do for this step. */
    Optional<Ability> needs() {
        return switch (this) {
            case HIDE_TAB, SHOW_TAB -> Optional.of(Ability.HIDE_TAB);
            case FREEZE_TAB, THAW_TAB -> Optional.of(Ability.FREEZE_TAB);
            case LEAVE_PAGE, COME_BACK -> Optional.of(Ability.KEEP_LEFT_PAGES);
            case CRASH_TAB -> Optional.of(Ability.CRASH_TAB);
            case KILL_CORE -> Optional.of(Ability.KILL_CORE);
            case KILL_BROWSER -> Optional.of(Ability.KILL_BROWSER);
            default -> Optional.empty();
        };
    }

    static StepKind any(Random random) {
        int left = random.nextInt(TOTAL);
        for (StepKind kind : values()) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The weights don't add up");
    }

    private static int total() {
        int total = 0;
        for (StepKind kind : values()) {
            total += kind.weight;
        }
        return total;
    }
}
