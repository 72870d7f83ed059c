package chat.pando.differential;

import chat.pando.browser.BrowserEntropy;
import chat.pando.browser.WebCryptoPrimitives;
import chat.pando.crypto.Megolm;
import chat.pando.crypto.Olm;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.util.List;
import java.util.Random;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** A page that holds one conversation for each seed: {@code converse(seed)} resolves to what went wrong, or to "". */
public final class DifferentialPage {

    private static final Primitives PRIMITIVES = new WebCryptoPrimitives(new BrowserEntropy());
    private static final Olm OLM = new Olm(PRIMITIVES);
    private static final Megolm MEGOLM = new Megolm(PRIMITIVES, new BrowserEntropy());

    private DifferentialPage() {}

    /** A function of the page. */
    @JSFunctor
    private interface Conversation extends JSObject {

        JSPromise<JSString> hold(int seed);
    }

    public static void main(String[] args) {
        offer(seed -> JSPromise.callAsync(() -> JSString.valueOf(converse(seed))));
    }

    private static String converse(int seed) {
        try {
            Random random = new Random(seed);
            converse(random, new VodozemacOlm());
            converse(random, new LibolmOlm());
            for (GroupSender sender :
                    List.of(GroupSender.pando(MEGOLM), GroupSender.vodozemac(), GroupSender.libolm())) {
                new GroupConversation(random, MEGOLM, sender).run();
            }
            return "";
        } catch (Exception | AssertionError failure) {
            return failure.toString();
        }
    }

    private static void converse(Random random, OlmSide peer) throws CryptoException {
        OlmSide pando = new PandoOlm(PRIMITIVES, OLM);
        boolean pandoBegins = random.nextBoolean();
        new OlmConversation(random, pandoBegins ? pando : peer, pandoBegins ? peer : pando).run();
    }

    @JSBody(params = "conversation", script = "window.converse = conversation;")
    private static native void offer(Conversation conversation);
}
