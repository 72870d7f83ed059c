package chat.pando.tab.view;

import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.xml.Element;

/** A small drawing: strokes on a square of 24, in the colour of the text around it. */
enum Icon {
    LEAF("M12 22v-7", "M12 3c5 2.5 7.5 5.6 7.5 8.6 0 2.6-3 4.4-7.5 4.4s-7.5-1.8-7.5-4.4C4.5 8.6 7 5.5 12 3z",
            "M12 16V9", "M12 12.5l3-2.2", "M12 14l-3-2.2"),
    PEOPLE("M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z", "M2.5 20c.4-3.6 2.9-5.5 6.5-5.5s6.1 1.9 6.5 5.5",
            "M16 4.8a3.5 3.5 0 0 1 0 6.4", "M18 14.9c2.1.7 3.3 2.4 3.5 5.1"),
    SWITCH("M7 10l5-5 5 5", "M7 14l5 5 5-5"),
    PLUS("M12 5v14", "M5 12h14"),
    LOCK("M6 11h12v9H6z", "M8.5 11V8a3.5 3.5 0 0 1 7 0v3"),
    OPEN("M6 11h12v9H6z", "M8.5 11V8a3.5 3.5 0 0 1 6.7-1.5"),
    SETTINGS("M4 7h9", "M17 7h3", "M15 7m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
            "M4 17h3", "M11 17h9", "M9 17m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0"),
    HEALTH("M3 12h4l2.5-6 4 12 2.5-6h5"),
    LEAVE("M14 4H6v16h8", "M11 12h9", "M17 8.5l3.5 3.5-3.5 3.5"),
    BACK("M14.5 5.5L8 12l6.5 6.5"),
    DOWN("M12 5v14", "M6 13l6 6 6-6"),
    SEND("M12 19V5", "M6 11l6-6 6 6"),
    CLOSE("M6 6l12 12", "M18 6L6 18"),
    CHECK("M5 12.5l4.5 4.5L19 7.5"),
    CHECKS("M2.5 12.5L7 17l9.5-9.5", "M11.5 15.5L13 17l9-9.5"),
    CLOCK("M12 12m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0", "M12 7.5V12l3 2"),
    UP("M12 12m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0", "M12 16V8.5", "M9 11.2l3-3 3 3"),
    ALERT("M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0", "M12 7.5v5.5", "M12 16.5v.1"),
    KEY("M8 12m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "M12.5 12H21", "M18 12v3.5");

    private static final String SVG = "http://www.w3.org/2000/svg";

    private final String[] strokes;

    Icon(String... strokes) {
        this.strokes = strokes;
    }

    /** A new drawing of this icon, silent: its meaning is in the words beside it. */
    Element draw() {
        Element svg = HTMLDocument.current().createElementNS(SVG, "svg");
        svg.setAttribute("class", "icon");
        svg.setAttribute("viewBox", "0 0 24 24");
        svg.setAttribute("aria-hidden", "true");
        for (String stroke : strokes) {
            Element path = HTMLDocument.current().createElementNS(SVG, "path");
            path.setAttribute("d", stroke);
            svg.appendChild(path);
        }
        return svg;
    }
}
