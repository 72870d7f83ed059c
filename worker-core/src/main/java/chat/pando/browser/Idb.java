package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** IndexedDB as the browser gives it: as much of it as Pando uses. */
final class Idb {

    private Idb() {}

    /** Something in IndexedDB has happened. */
    @JSFunctor
    interface Handler extends JSObject {

        void handle(JSObject event);
    }

    /** A DOMException. */
    interface DomError extends JSObject {

        @JSProperty
        String getName();
    }

    /** A request that will be answered. */
    interface Request<T extends JSObject> extends JSObject {

        @JSProperty
        T getResult();

        @JSProperty
        DomError getError();

        @JSProperty("onsuccess")
        void onSuccess(Handler handler);

        @JSProperty("onerror")
        void onError(Handler handler);
    }

    /** A request to open or delete a database. */
    interface OpenRequest extends Request<Database> {

        @JSProperty("onupgradeneeded")
        void onUpgradeNeeded(Handler handler);

        @JSProperty
        Transaction getTransaction();
    }

    /** A database while it is open. */
    interface Database extends JSObject {

        Transaction transaction(JSArray<JSString> stores, String mode, JSObject options);

        ObjectStore createObjectStore(String name);

        void deleteObjectStore(String name);

        void close();

        @JSProperty("onversionchange")
        void onVersionChange(Handler handler);

        @JSProperty("onclose")
        void onClose(Handler handler);
    }

    /** A transaction while it runs. */
    interface Transaction extends JSObject {

        ObjectStore objectStore(String name);

        void commit();

        void abort();

        @JSProperty
        DomError getError();

        @JSProperty("oncomplete")
        void onComplete(Handler handler);

        @JSProperty("onabort")
        void onAbort(Handler handler);
    }

    /** A table within a transaction. */
    interface ObjectStore extends JSObject {

        Request<JSObject> get(String key);

        Request<JSArrayReader<JSObject>> getAll(JSObject range, int count);

        Request<JSArrayReader<JSString>> getAllKeys(JSObject range, int count);

        Request<Cursor> openCursor(JSObject range, String direction);

        void put(JSObject value, String key);

        @JSMethod("delete")
        void remove(String key);

        Request<JSObject> count();
    }

    /** A place in a table that moves along it. */
    interface Cursor extends JSObject {

        @JSProperty
        String getKey();

        @JSProperty
        JSObject getValue();

        @JSMethod("continue")
        void next();
    }

    @JSBody(params = {"name", "version"}, script = "return indexedDB.open(name, version);")
    static native OpenRequest open(String name, int version);

    /** Opens a database in the version that it has. */
    @JSBody(params = "name", script = "return indexedDB.open(name);")
    static native OpenRequest open(String name);

    @JSBody(params = "name", script = "return indexedDB.deleteDatabase(name);")
    static native Request<JSObject> delete(String name);

    @JSBody(params = {"from", "to"}, script = "return IDBKeyRange.bound(from, to, false, true);")
    static native JSObject range(String from, String to);

    @JSBody(params = "event", script = "return event.oldVersion;")
    static native int oldVersion(JSObject event);

    /** On disk before {@code complete}: the default is lost in a power failure. */
    @JSBody(script = "return {durability: 'strict'};")
    static native JSObject strictly();
}
