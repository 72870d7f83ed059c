package chat.pando.tab.page;

import chat.pando.tab.link.CoreAddress;
import chat.pando.tab.link.CurrentCore;
import chat.pando.tab.model.Memory;
import java.util.Optional;

/** The current core, in a memory that all tabs share. */
public final class StoredCurrentCore implements CurrentCore {

    private static final String NAME = "pando.core";

    private final Memory memory;

    public StoredCurrentCore(Memory memory) {
        this.memory = memory;
    }

    /** Empty also where it makes no sense. */
    @Override
    public Optional<CoreAddress> read() {
        return memory.read(NAME).flatMap(StoredCurrentCore::parse);
    }

    private static Optional<CoreAddress> parse(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length == 2 && parts[0].matches("[0-9]{1,6}")
                ? Optional.of(new CoreAddress(parts[1], Integer.parseInt(parts[0])))
                : Optional.empty();
    }

    /** Where there is no room for it the tabs go on with what they know themselves. */
    @Override
    public void note(CoreAddress core) {
        memory.write(NAME, core.protocol() + " " + core.url());
    }
}
