package chat.pando.differential;

import chat.pando.browser.BrowserEntropy;
import chat.pando.browser.BrowserTasks;
import chat.pando.browser.WebCryptoPrimitives;
import chat.pando.crypto.Megolm;
import chat.pando.crypto.Olm;
import chat.pando.host.Primitives;
import chat.pando.host.Tasks;
import java.util.Random;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** A page that holds one conversation for each seed: {@code converse(seed)} resolves to what went wrong, or to "". */
public final class DifferentialPage {

    private static final Tasks TASKS = new BrowserTasks();
    private static final Primitives PRIMITIVES = new WebCryptoPrimitives(new BrowserEntropy());
    private static final Olm OLM = new Olm(PRIMITIVES, TASKS);
    private static final Megolm MEGOLM = new Megolm(PRIMITIVES, TASKS, new BrowserEntropy());

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
            OlmSide pando = new PandoOlm(OLM);
            OlmSide vodozemac = new VodozemacOlm();
            boolean pandoBegins = random.nextBoolean();
            new OlmConversation(random, pandoBegins ? pando : vodozemac, pandoBegins ? vodozemac : pando).run();
            GroupSender sender = random.nextBoolean() ? GroupSender.pando(MEGOLM) : GroupSender.vodozemac();
            new GroupConversation(random, MEGOLM, sender).run();
            return "";
        } catch (Exception | AssertionError failure) {
            return failure.toString();
        }
    }

    @JSBody(params = "conversation", script = "window.converse = conversation;")
    private static native void offer(Conversation conversation);
}
