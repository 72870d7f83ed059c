package chat.pando.tab.page;

import chat.pando.tab.model.Memory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Storage;

/** Memory in the browser's sessionStorage (this tab) or localStorage (all tabs). */
public final class BrowserMemory implements Memory {

    private final Storage storage;

    private BrowserMemory(Storage storage) {
        this.storage = storage;
    }

    public static BrowserMemory ofThisTab() {
        return new BrowserMemory(Storage.getSessionStorage());
    }

    public static BrowserMemory ofAllTabs() {
        return new BrowserMemory(Storage.getLocalStorage());
    }

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(storage.getItem(name));
    }

    @Override
    public boolean write(String name, String value) {
        return tryWrite(storage, name, value);
    }

    @Override
    public void forget(String name) {
        storage.removeItem(name);
    }

    @Override
    public List<String> names(String prefix) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < storage.getLength(); i++) {
            String name = storage.key(i);
            if (name.startsWith(prefix)) {
                names.add(name);
            }
        }
        Collections.sort(names);
        return names;
    }

    /** A full storage throws. */
    @JSBody(
            params = {"storage", "name", "value"},
            script = "try { storage.setItem(name, value); return true; } catch (full) { return false; }")
    private static native boolean tryWrite(Storage storage, String name, String value);
}
