package chat.pando.tab.view;

import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** What is shown where the browser lacks something that Pando can't do without. Nothing is started then. */
public final class MissingScreen {

    private MissingScreen() {}

    public static HTMLElement of(List<String> missing) {
        HTMLElement list = Dom.el("ul", "missing");
        missing.forEach(what -> list.appendChild(Dom.text("li", "", what)));
        return Dom.el("main", "sign-in", Dom.el("div", "card",
                Dom.el("div", "brand", Icon.LEAF.draw()),
                Dom.text("h1", "", "Pando can't run here"),
                Dom.text("p", "lead", "Your messages are only safe with all of the following, and this browser "
                        + "doesn't offer them on this page:").withAttr("role", "alert"),
                list,
                Dom.text("p", "lead", "Nothing was started and nothing was stored. Try a recent Firefox, Chrome, Edge "
                        + "or Safari, outside of private windows and in-app browsers.")));
    }
}
