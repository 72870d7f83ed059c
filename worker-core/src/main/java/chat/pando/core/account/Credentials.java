package chat.pando.core.account;

import chat.pando.host.Abort;
import chat.pando.host.Clock;
import chat.pando.host.Turns;
import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Api;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.AuthRequests;
import chat.pando.matrix.Homeserver;
import chat.pando.matrix.MatrixError;
import chat.pando.store.Jobs;
import chat.pando.store.Session;
import chat.pando.store.Tables;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The account's access to its homeserver: it puts the token on requests and is the only one that renews it.
 *
 * <p>New tokens are durable before they are used (spec, section "Refreshing access tokens": the old ones stay valid
 * until then, so a crash in between loses nothing).
 */
final class Credentials implements Api {

    /** How long before its end a token counts as ended. */
    private static final long MARGIN_MILLIS = 30_000;

    private final Homeserver homeserver;
    private final Tables tables;
    private final Jobs jobs;
    private final Clock clock;
    private final Turns renewals = new Turns();
    private Session session;

    Credentials(Homeserver homeserver, Session session, Tables tables, Jobs jobs, Clock clock) {
        this.homeserver = homeserver;
        this.session = session;
        this.tables = tables;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Answer call(ApiRequest request, long timeoutMillis, Abort abort) {
        Session used = session();
        if (used.expiresAt() > 0 && used.expiresAt() - MARGIN_MILLIS <= clock.now()) {
            renew(used);
            used = session();
        }
        Answer answer = send(request, used, timeoutMillis, abort);
        if (!(answer instanceof Answer.Refused refused) || !refused.error().endsSession()) {
            return answer;
        }
        Answer renewed = renew(used);
        if (renewed instanceof Answer.Ok) {
            return send(request, session(), timeoutMillis, abort);
        }
        return passes(renewed) || endsTheSession(renewed, used) ? renewed : answer;
    }

    /**
     * Where there was a refresh token, its refusal is the last word: it says whether the device lives on (spec, section
     * "Refreshing access tokens").
     */
    private static boolean endsTheSession(Answer renewed, Session used) {
        return used.refreshToken().isPresent()
                && renewed instanceof Answer.Refused refused
                && refused.error().endsSession();
    }

    private Answer send(ApiRequest request, Session with, long timeoutMillis, Abort abort) {
        return homeserver.call(request, Optional.of(with.accessToken()), timeoutMillis, abort);
    }

    private static boolean passes(Answer answer) {
        return answer instanceof Answer.Silence
                || answer instanceof Answer.Refused refused && refused.error().passes();
    }

    /** Renews the token, unless somebody has done so since it was used. */
    private Answer renew(Session used) {
        return renewals.take(() -> renewNow(used));
    }

    private Answer renewNow(Session used) {
        if (!session().accessToken().equals(used.accessToken())) {
            return new Answer.Ok(JsonObject.EMPTY);
        }
        if (used.refreshToken().isEmpty()) {
            return new Answer.Refused(new MatrixError(401, "M_UNKNOWN_TOKEN", "", OptionalLong.empty()));
        }
        Answer answer = homeserver.call(AuthRequests.refresh(used.refreshToken().get()));
        if (answer instanceof Answer.Ok ok) {
            ok.body().string("access_token").ifPresent(token -> keep(used, token, ok.body()));
        }
        return answer;
    }

    private void keep(Session used, String token, JsonObject answer) {
        Session renewed = used.renewed(token, answer.string("refresh_token"), expiry(answer, clock.now()));
        jobs.run(draft -> {
            tables.meta().putSession(draft, renewed);
            return renewed;
        });
        synchronized (this) {
            session = renewed;
        }
    }

    /** When a token ends that the server has just given; 0 where it doesn't. */
    static long expiry(JsonObject answer, long now) {
        return answer.integer("expires_in_ms").isPresent()
                ? now + answer.integer("expires_in_ms").getAsLong()
                : 0;
    }

    private synchronized Session session() {
        return session;
    }
}
