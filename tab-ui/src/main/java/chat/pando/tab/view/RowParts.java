package chat.pando.tab.view;

import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.Row;
import org.teavm.jso.dom.html.HTMLElement;

/** Makes the part that shows a row. */
final class RowParts {

    private RowParts() {}

    static Part<Row> of(Row row, Actions actions, String room, Calendar calendar) {
        if (row instanceof Row.Message) {
            return new MessagePart(actions, room, calendar);
        }
        return row instanceof Row.Missing ? new MissingPart() : new LinePart(calendar);
    }

    /** A line where messages are missing, which stands there until they come. */
    private static final class MissingPart implements Part<Row> {

        private final HTMLElement element = Dom.el("div", "line missing")
                .withAttr("role", "separator")
                .withAttr("data-state", "missing");

        @Override
        public HTMLElement element() {
            return element;
        }

        @Override
        public void update(Row row) {
            Row.Missing missing = (Row.Missing) row;
            element.clear();
            element.setAttribute("aria-label", missing.words());
            element.setAttribute("data-sender", missing.item().sender());
            element.setTitle("Pando looks for what is missing, and shows it here when it comes.");
            element.appendChild(Dom.text("span", "", missing.words()));
        }
    }

    /** A row of one line: a day, something that happened, a gap. */
    private static final class LinePart implements Part<Row> {

        private final HTMLElement element = Dom.el("div", "line");
        private final Calendar calendar;

        LinePart(Calendar calendar) {
            this.calendar = calendar;
        }

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
                element.setTitle(calendar.full(happening.item().timestamp()));
                element.appendChild(Dom.text("span", "", happening.sentence()));
            } else {
                element.setClassName("line gap");
                element.appendChild(Dom.text("span", "", "Some messages are still on their way here…"));
            }
        }
    }
}
