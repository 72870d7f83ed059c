package chat.pando.lab.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.setting.Settings;
import chat.pando.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short run of the measurement, to see with every build that it runs; the long ones are stages of CI. */
@Tag("homeserver")
class ChannelIT {

    @Test
    void threePeopleLoseNothingOnABadLine() {
        List<String> options = new ArrayList<>(List.of("channel",
                "--seed", String.valueOf(Settings.seed(1)), "--clients", "3", "--messages", "24", "--cut", "1s",
                "--cuts", "1", "--kills", "1", "--verbose", "--pando", Settings.jar().toString()));
        Settings.homeserver().ifPresent(url -> options.addAll(List.of("--homeserver", url.toString())));
        int code = Lab.run(options.toArray(String[]::new));
        assertEquals(0, code, "What went wrong is in the output above");
    }
}
