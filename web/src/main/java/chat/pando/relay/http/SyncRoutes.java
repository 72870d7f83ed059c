package chat.pando.relay.http;

import chat.pando.relay.accounts.Filters;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.log.Cursor;
import chat.pando.relay.sync.Sync;
import chat.pando.relay.sync.SyncFilter;
import chat.pando.relay.sync.SyncRequest;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The long poll. */
final class SyncRoutes {

    private static final long LONGEST_MILLIS = 120_000;

    private final Sync sync;
    private final Filters filters;

    SyncRoutes(Sync sync, Filters filters) {
        this.sync = sync;
        this.filters = filters;
    }

    void addTo(Api api) {
        api.waiting(HandlerType.GET, "/v3/sync", call -> sync.answer(request(call)));
    }

    private SyncRequest request(Call call) {
        Optional<Cursor> since = call.query("since").filter(text -> !text.isEmpty()).map(text -> Cursor.parse(text)
                .orElseThrow(() -> MatrixError.invalidParam("'since' is not a token of this server")));
        Duration timeout = Duration.ofMillis(Math.min(LONGEST_MILLIS, call.number("timeout").orElse(0L)));
        return new SyncRequest(call.who(), since, call.flag("full_state"), timeout, filter(call));
    }

    private SyncFilter filter(Call call) {
        return call.query("filter").filter(text -> !text.isEmpty())
                .map(text -> SyncFilter.of(text.startsWith("{") ? Json.request(text.getBytes(StandardCharsets.UTF_8))
                        : filters.find(call.userId(), text)
                                .orElseThrow(() -> MatrixError.invalidParam("No such filter"))))
                .orElse(SyncFilter.EVERYTHING);
    }
}
