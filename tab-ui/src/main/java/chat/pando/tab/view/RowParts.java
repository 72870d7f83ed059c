package chat.pando.tab.view;

import chat.pando.tab.model.Row;
import org.teavm.jso.dom.html.HTMLElement;

/** Makes the part that shows a row. */
final class RowParts {

    private RowParts() {}

    static Part<Row> of(Row row, Actions actions, String room) {
        if (row instanceof Row.Message) {
            return new MessagePart(actions, room);
        }
        return new LinePart();
    }

    /** A row of one line: a day, something that happened, a gap. */
    private static final class LinePart implements Part<Row> {

        private final HTMLElement element = Dom.el("div", "line");

        @Override
        public HTMLElement element() {
            return element;
        }

        @Override
        public void update(Row row) {
            element.clear();
            if (row instanceof Row.Day day) {
                element.setClassName("line day");
                element.appendChild(Dom.text("h3", "", day.name()));
            } else if (row instanceof Row.Happening happening) {
                element.setClassName("line happening");
                element.setTitle(happening.when().full());
                element.appendChild(Dom.text("span", "", happening.sentence()));
            } else {
                element.setClassName("line gap");
                element.appendChild(Dom.text("span", "", "Some messages are still on their way here…"));
            }
        }
    }
}
