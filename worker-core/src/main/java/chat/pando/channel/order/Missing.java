package chat.pando.channel.order;

import chat.pando.channel.sds.Blob;

/**
 * A message that is looked for.
 *
 * @param hint     the event that it is; empty as long as nobody has told
 * @param since    when it was first missed
 * @param lookUps  how often the homeserver was asked, and when it is next
 * @param requests how often the other devices were asked, and when they are next
 */
record Missing(Blob hint, long since, int lookUps, long nextLookUp, int requests, long nextRequest) {

    Missing at(Blob event) {
        return new Missing(event, since, lookUps, nextLookUp, requests, nextRequest);
    }

    Missing afresh(long now) {
        return new Missing(hint, now, 0, now, requests, nextRequest);
    }

    Missing lookedUp(long next) {
        return new Missing(hint, since, lookUps + 1, next, requests, nextRequest);
    }

    Missing requested(long next) {
        return new Missing(hint, since, lookUps, nextLookUp, requests + 1, next);
    }

    /** Another device has asked for it: the answer may come here as well. */
    Missing postponed(long next) {
        return new Missing(hint, since, lookUps, nextLookUp, requests, Math.max(next, nextRequest));
    }
}
