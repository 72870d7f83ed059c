package chat.pando.relay.log;

import chat.pando.relay.ids.Requester;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** What requests with a transaction id have answered (Client-Server API, "Transaction identifiers"). */
public final class Transactions {

    private Transactions() {
    }

    /** Runs work the first time a device sends this id to this endpoint, and afterwards only repeats its answer. */
    public static String once(Handle handle, Requester who, String scope, String txnId, Supplier<String> work) {
        // Two of the same request at once: the second waits here until the first has committed.
        handle.select("select 1 from (select pg_advisory_xact_lock(hashtext(?), hashtext(?))) as locked", who.userId(),
                who.deviceId()).mapTo(Integer.class).one();
        Optional<String> answered = handle.select("select answer from transactions where user_id = ? "
                + "and device_id = ? and scope = ? and txn_id = ?", who.userId(), who.deviceId(), scope, txnId)
                .mapTo(String.class).findOne();
        if (answered.isPresent()) {
            return answered.get();
        }
        String answer = work.get();
        handle.execute("insert into transactions (user_id, device_id, scope, txn_id, answer) values (?, ?, ?, ?, ?)",
                who.userId(), who.deviceId(), scope, txnId, answer);
        return answer;
    }
}
