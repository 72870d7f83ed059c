package chat.pando.tab.page;

import java.util.function.Supplier;
import org.teavm.jso.JSBody;

/** Ids that nobody else chooses: 128 random bits in hexadecimal. */
public final class RandomIds implements Supplier<String> {

    @Override
    public String get() {
        return random();
    }

    @JSBody(script = """
            var id = '';
            var bytes = crypto.getRandomValues(new Uint8Array(16));
            for (var i = 0; i < bytes.length; i++) {
                id += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
            }
            return id;
            """)
    private static native String random();
}
