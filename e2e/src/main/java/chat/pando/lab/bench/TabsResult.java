package chat.pando.lab.bench;

import java.util.List;
import java.util.Locale;

/**
 * What came of {@code bench tabs}.
 *
 * @param machine  what it ran on
 * @param reloaded from the reload of a tab to its room's latest messages on the screen, ms
 * @param thousand from the reload until a thousand messages were on the screen, scrolled up to, ms
 */
public record TabsResult(String machine, List<Crowding> crowdings, Spread reloaded, Spread thousand) implements Tabled {

    private static final double MIB = 1024 * 1024;

    public TabsResult {
        crowdings = List.copyOf(crowdings);
    }

    /** As Markdown: each time is a median and, in brackets, the 95th percentile. */
    @Override
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append("| tabs | call, ms | message stored, ms | message sent, ms | one tab more, ms "
                + "| core, MiB | tab, MiB |\n|---|---|---|---|---|---|---|\n");
        for (Crowding c : crowdings) {
            text.append(String.format(Locale.ROOT, "| %d | %s | %s | %s | %s | %.1f | %.1f |%n", c.tabs(),
                    c.ping().words(), c.durable().words(), c.sent().words(), c.usable().words(),
                    c.core() / MIB, c.tab() / MIB));
        }
        return text.append(String.format("%nReload to the latest messages: %s ms; to 1,000 messages: %s ms.%n%s%n",
                reloaded.words(), thousand.words(), machine)).toString();
    }
}
