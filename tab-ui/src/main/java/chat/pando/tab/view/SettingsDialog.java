package chat.pando.tab.view;

import chat.pando.tab.model.Preferences;
import chat.pando.tab.model.Preferences.Appearance;
import chat.pando.tab.page.Look;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The dialog in which a person sets what they like; it holds at once, in all tabs. */
final class SettingsDialog {

    private final Preferences preferences;

    private SettingsDialog(Preferences preferences) {
        this.preferences = preferences;
    }

    static void open(Preferences preferences) {
        SettingsDialog dialog = new SettingsDialog(preferences);
        Modal modal = new Modal("Settings");
        HTMLElement looks = Dom.el("fieldset", "choices", Dom.text("legend", "", "Appearance"));
        looks.appendChild(dialog.appearance(Appearance.SYSTEM, "Like the system"));
        looks.appendChild(dialog.appearance(Appearance.LIGHT, "Light"));
        looks.appendChild(dialog.appearance(Appearance.DARK, "Dark"));
        modal.body().appendChild(looks);
        modal.body().appendChild(dialog.enterSends());
        modal.open();
    }

    private HTMLElement appearance(Appearance appearance, String name) {
        HTMLInputElement choice = input("radio", preferences.appearance() == appearance);
        choice.setName("appearance");
        Dom.on(choice, "change", event -> {
            preferences.setAppearance(appearance);
            Look.apply(appearance);
        });
        return labelled(choice, name);
    }

    private HTMLElement enterSends() {
        HTMLInputElement choice = input("checkbox", preferences.enterSends());
        Dom.on(choice, "change", event -> preferences.setEnterSends(choice.isChecked()));
        HTMLElement row = labelled(choice, "Enter sends");
        row.appendChild(Dom.text("p", "hint", "Otherwise Enter breaks the line, and Ctrl+Enter (⌘+Enter) sends."));
        return row;
    }

    private static HTMLInputElement input(String type, boolean checked) {
        HTMLInputElement input = (HTMLInputElement) Dom.el("input", "").withAttr("type", type);
        input.setId(Dom.newId("choice"));
        input.setChecked(checked);
        return input;
    }

    private static HTMLElement labelled(HTMLInputElement input, String name) {
        return Dom.el("div", "check", input, Dom.text("label", "", name).withAttr("for", input.getId()));
    }
}
