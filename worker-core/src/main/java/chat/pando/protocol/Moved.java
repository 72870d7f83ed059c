package chat.pando.protocol;

/**
 * The core has handed its accounts over to a core of another version, and hears nothing any more.
 *
 * <p>A tab that speaks that core's protocol goes on there, in place; any other must be reloaded.
 *
 * @param url      where the script of the other core lies, relative to the site, as in {@code worker.js?v=…}
 * @param protocol the {@link ToCore#VERSION} of the other core
 */
public record Moved(String instance, String url, int protocol) implements FromCore {}
