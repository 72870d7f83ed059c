package chat.pando.tab.link;

import java.util.Optional;

/**
 * The core that the site's latest page has started, as all tabs of the browser remember it.
 *
 * <p>Without that memory a page of an older version that comes back, from the back/forward cache for instance, would
 * start its own old core anew, and drag all other tabs back to it.
 */
public interface CurrentCore {

    Optional<CoreAddress> read();

    void note(CoreAddress core);
}
