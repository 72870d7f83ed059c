package chat.pando.channel.segment;

import java.util.List;

/** A text in parts, and what the parts have in common. */
public record Cut(Transfer transfer, List<String> parts) {

    public Cut {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "Cut[" + parts.size() + " parts]";
    }
}
