package chat.pando.browser;

import chat.pando.store.StoreException;
import java.util.function.BooleanSupplier;
import org.teavm.jso.JSExceptions;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;

/** Waits for IndexedDB on a green thread, and says in the store's words what went wrong. */
final class IdbCalls {

    private IdbCalls() {}

    /** The answer of a request. */
    static <T extends JSObject> T await(Idb.Request<T> request, BooleanSupplier closed) {
        new JSPromise<JSUndefined>((resolve, reject) -> {
            request.onSuccess(event -> resolve.accept(JSUndefined.instance()));
            request.onError(event -> resolve.accept(JSUndefined.instance()));
        }).await();
        requireSuccess(request, closed);
        return request.getResult();
    }

    /** Throws what a request that has ended has failed of. */
    static void requireSuccess(Idb.Request<?> request, BooleanSupplier closed) {
        if (request.getError() != null) {
            throw failure(request.getError().getName(), closed.getAsBoolean());
        }
    }

    /** Waits until the transaction is complete. */
    static void await(Idb.Transaction transaction, BooleanSupplier closed) {
        boolean[] complete = new boolean[1];
        new JSPromise<JSUndefined>((resolve, reject) -> {
            transaction.onComplete(event -> {
                complete[0] = true;
                resolve.accept(JSUndefined.instance());
            });
            transaction.onAbort(event -> resolve.accept(JSUndefined.instance()));
        }).await();
        if (!complete[0]) {
            Idb.DomError error = transaction.getError();
            throw failure(error == null ? "AbortError" : error.getName(), closed.getAsBoolean());
        }
    }

    /** What an exception that IndexedDB has thrown means. */
    static StoreException failure(RuntimeException thrown, boolean closed) {
        if (thrown instanceof StoreException known) {
            return known;
        }
        JSObject error = JSExceptions.getJSException(thrown);
        String name = error == null ? thrown.getClass().getSimpleName() : ((Idb.DomError) error).getName();
        // transaction() on a closed connection says InvalidStateError.
        return failure(name, closed || name.equals("InvalidStateError"));
    }

    private static StoreException failure(String name, boolean closed) {
        if (name.equals("QuotaExceededError")) {
            return new StoreException.QuotaExceeded();
        }
        if (name.equals("VersionError")) {
            return new StoreException.Newer();
        }
        return closed ? new StoreException.Closed() : new StoreException.Failed(name);
    }
}
