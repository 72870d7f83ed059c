package chat.pando.tab.view;

import org.teavm.jso.dom.html.HTMLElement;

/** A round sign with a letter, in a colour that the id decides. */
final class Avatar {

    private static final int HUES = 8;

    private Avatar() {}

    static HTMLElement of(String id, String name) {
        return Dom.text("span", "avatar hue-" + Math.floorMod(id.hashCode(), HUES), letter(name))
                .withAttr("aria-hidden", "true");
    }

    private static String letter(String name) {
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int c = name.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                return new String(Character.toChars(c)).toUpperCase();
            }
        }
        return "•";
    }
}
