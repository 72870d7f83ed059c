package chat.pando.tab.page;

import chat.pando.tab.model.Preferences.Appearance;
import java.util.Locale;
import org.teavm.jso.dom.html.HTMLDocument;

/** Light or dark, as the style sheet learns it. */
public final class Look {

    private Look() {}

    public static void apply(Appearance appearance) {
        HTMLDocument.current()
                .getDocumentElement()
                .setAttribute("data-appearance", appearance.name().toLowerCase(Locale.ROOT));
    }
}
