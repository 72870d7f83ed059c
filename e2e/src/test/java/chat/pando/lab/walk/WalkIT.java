package chat.pando.lab.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.setting.Settings;
import chat.pando.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few steps of the walk, to see with every build that it can be walked; the long ones are stages of CI. */
@Tag("homeserver")
class WalkIT {

    @Test
    void thirtyStepsBreakNoLaw() {
        List<String> options = new ArrayList<>(List.of("walk",
                "--seed", String.valueOf(Settings.seed(1)), "--steps", "30", "--pando", Settings.jar().toString(),
                "--evidence", Settings.target().resolve("failures").resolve("WalkIT").toString()));
        Settings.homeserver().ifPresent(url -> options.addAll(List.of("--homeserver", url.toString())));
        Settings.chromium().ifPresent(path -> options.addAll(List.of("--chromium", path.toString())));
        int code = Lab.run(options.toArray(String[]::new));
        assertEquals(0, code, "What broke is in the output above and in target/failures/WalkIT");
    }
}
