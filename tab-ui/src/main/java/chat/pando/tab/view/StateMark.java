package chat.pando.tab.view;

import chat.pando.protocol.TimelineItem.State;
import chat.pando.tab.model.Words;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** A small sign for what became of a message, with the words behind it. */
final class StateMark {

    private StateMark() {}

    static void fill(HTMLElement mark, State state, boolean own) {
        mark.clear();
        Optional<Icon> icon = own ? iconOf(state) : Optional.empty();
        icon.ifPresent(drawn -> {
            mark.appendChild(drawn.draw());
            mark.appendChild(Dom.spoken(Words.of(state)));
        });
        Dom.setOrRemove(mark, "title", icon.isPresent(), Words.of(state));
    }

    private static Optional<Icon> iconOf(State state) {
        return switch (state) {
            case WAITING -> Optional.of(Icon.CLOCK);
            case SENDING -> Optional.of(Icon.UP);
            case SENT -> Optional.of(Icon.CHECK);
            case DELIVERED, READ -> Optional.of(Icon.CHECKS);
            case FAILED -> Optional.of(Icon.ALERT);
            case UNDECRYPTABLE, RECEIVED -> Optional.empty();
        };
    }
}
