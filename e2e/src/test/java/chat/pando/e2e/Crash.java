package chat.pando.e2e;

import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Requests;
import java.util.function.Function;
import java.util.function.Predicate;

/** A moment at which a browser can be killed: at which request, and how far that has come. */
enum Crash {

    SEND_NOT_YET_ASKED(Requests.SEND, Fault::instead),
    SEND_ASKED_NOT_ANSWERED(Requests.SEND, Fault::afterwards),
    SEND_ANSWERED(Requests.SEND, Fault::answeredAnd),
    SYNC_NOT_YET_ASKED(Requests.SYNC, Fault::instead),
    SYNC_ASKED_NOT_ANSWERED(Requests.SYNC, Fault::afterwards),
    SYNC_ANSWERED(Requests.SYNC, Fault::answeredAnd),
    ROOM_KEY_NOT_YET_SHARED(Requests.TO_DEVICE, Fault::instead),
    ROOM_KEY_SHARED_NOT_ANSWERED(Requests.TO_DEVICE, Fault::afterwards);

    private final Predicate<Exchange> request;
    private final Function<Runnable, Fault> fault;

    Crash(Predicate<Exchange> request, Function<Runnable, Fault> fault) {
        this.request = request;
        this.fault = fault;
    }

    Predicate<Exchange> request() {
        return request;
    }

    Fault killing(Runnable kill) {
        return fault.apply(kill);
    }

    /** Whether it happens at a room's first message only. */
    boolean needsNewRoom() {
        return request == Requests.TO_DEVICE;
    }
}
