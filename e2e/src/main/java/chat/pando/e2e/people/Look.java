package chat.pando.e2e.people;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;

/** How a person may see a page: light or dark, on a phone or on a wide screen; still, so that nothing is half-way. */
public record Look(ColorScheme scheme, int width, int height) {

    public static final Look WIDE_AND_LIGHT = new Look(ColorScheme.LIGHT, 1280, 800);

    public static List<Look> all() {
        return List.of(new Look(ColorScheme.LIGHT, 390, 844), WIDE_AND_LIGHT,
                new Look(ColorScheme.DARK, 390, 844), new Look(ColorScheme.DARK, 1280, 800));
    }

    public void applyTo(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(width, height);
    }

    /** As part of a file's name. */
    @Override
    public String toString() {
        return scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
