package chat.pando.tab.link;

import java.util.Optional;

/** What the tab wants to be shown, as it tells the core with each hello. */
public record Wishes(Optional<String> account, boolean adding, Optional<String> room) {}
