package chat.pando.browser;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSMapLike;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** HTTP by fetch: without cookies, cache or referrer. */
public final class BrowserHttp implements Http {

    @Override
    public HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure {
        if (abort.aborted()) {
            throw new HttpFailure(HttpFailure.Cause.ABORTED);
        }
        Exchange exchange = new Exchange();
        int timeout = BrowserClock.setTimeout(
                () -> exchange.end(HttpFailure.Cause.TIMEOUT),
                (int) Math.min(request.timeoutMillis(), Integer.MAX_VALUE));
        try (Abort.Listening listening = abort.onAbort(() -> exchange.end(HttpFailure.Cause.ABORTED))) {
            return exchange.run(request);
        } finally {
            BrowserClock.clearTimeout(timeout);
        }
    }

    /** One request and its answer. */
    private static final class Exchange {

        private final JSObject controller = newAbortController();
        private HttpFailure.Cause ended = HttpFailure.Cause.UNREACHABLE;

        void end(HttpFailure.Cause cause) {
            ended = cause;
            abort(controller);
        }

        HttpResponse run(HttpRequest request) throws HttpFailure {
            Answer answer = new JSPromise<Answer>((resolve, reject) -> fetch(
                    request.method(),
                    request.url(),
                    headersOf(request),
                    request.body().map(JSString::valueOf).orElse(null),
                    controller,
                    resolve::accept))
                    .await();
            if (!answer.isComplete()) {
                throw new HttpFailure(ended);
            }
            Map<String, String> headers = new LinkedHashMap<>();
            answer.eachHeader((value, name) -> headers.put(name.toLowerCase(Locale.ROOT), value));
            return new HttpResponse(answer.getStatus(), headers, answer.getBody());
        }

        private static JSMapLike<JSString> headersOf(HttpRequest request) {
            JSMapLike<JSString> headers = JSObjects.create();
            request.headers().forEach((name, value) -> headers.set(name, JSString.valueOf(value)));
            return headers;
        }
    }

    @JSBody(script = "return new AbortController();")
    private static native JSObject newAbortController();

    @JSBody(params = "controller", script = "controller.abort();")
    private static native void abort(JSObject controller);

    @JSBody(
            params = {"method", "url", "headers", "body", "controller", "done"},
            script = "var failed = function () { done({status: 0}); };"
                    + "fetch(url, {method: method, headers: headers, body: body, signal: controller.signal,"
                    + " credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer'})"
                    + ".then(function (response) { return response.text().then(function (body) {"
                    + " done({status: response.status, headers: response.headers, body: body}); }); })"
                    + ".then(null, failed);")
    private static native void fetch(
            String method, String url, JSMapLike<JSString> headers, JSString body, JSObject controller, Done done);

    /** Told how an exchange ended. */
    @JSFunctor
    private interface Done extends JSObject {

        void done(Answer answer);
    }

    /** Takes one header, in the order of arguments that {@code Headers.forEach} has. */
    @JSFunctor
    private interface HeaderSink extends JSObject {

        void header(String value, String name);
    }

    /** What fetch answered; status 0 stands for nothing. */
    private abstract static class Answer implements JSObject {

        @JSBody(script = "return this.status;")
        native int getStatus();

        @JSBody(script = "return this.body;")
        native String getBody();

        @JSBody(params = "sink", script = "this.headers.forEach(function (value, name) { sink(value, name); });")
        native void eachHeader(HeaderSink sink);

        boolean isComplete() {
            return getStatus() != 0;
        }
    }
}
