package chat.pando.sync;

import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Api;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.Courier;
import chat.pando.matrix.MatrixError;
import java.util.OptionalLong;

/** A courier for one worker: it rests between attempts and waits out the time without a network. */
public final class PatientCourier implements Courier {

    private final Api api;
    private final Supervisor supervisor;
    private final Patience patience;

    public PatientCourier(Api api, Supervisor supervisor, Clock clock, Entropy entropy) {
        this.api = api;
        this.supervisor = supervisor;
        this.patience = new Patience(clock, entropy, supervisor);
    }

    /** @throws Ended where the session ends before the answer is final */
    @Override
    public Answer deliver(ApiRequest request, Runnable onDelay) {
        while (true) {
            if (supervisor.link().state() == Link.State.OFFLINE) {
                onDelay.run();
            }
            patience.awaitConnection();
            Answer answer = api.call(request);
            if (isFinal(answer)) {
                patience.reset();
                return answer;
            }
            onDelay.run();
            patience.rest(retryAfter(answer));
        }
    }

    /** @throws Ended where the answer is that the session is over */
    @Override
    public Answer attempt(ApiRequest request) {
        Answer answer = api.call(request);
        if (isFinal(answer)) {
            patience.reset();
        }
        return answer;
    }

    @Override
    public void rest() {
        patience.rest(OptionalLong.empty());
    }

    @Override
    public boolean awaitConnection() {
        return patience.awaitConnection();
    }

    @Override
    public boolean online() {
        return supervisor.link().state() == Link.State.ONLINE;
    }

    private boolean isFinal(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            if (refused.error().endsSession()) {
                supervisor.endSession(refused.error());
                throw new Ended();
            }
            return !refused.error().passes();
        }
        return answer instanceof Answer.Ok;
    }

    private static OptionalLong retryAfter(Answer answer) {
        return answer instanceof Answer.Refused refused ? retryAfter(refused.error()) : OptionalLong.empty();
    }

    private static OptionalLong retryAfter(MatrixError error) {
        return error.status() == 429 ? error.retryAfterMillis() : OptionalLong.empty();
    }
}
