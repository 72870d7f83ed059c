package chat.pando.bench;

import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.machine.Machine;
import chat.pando.machine.OutgoingRequest;
import chat.pando.machine.OutgoingRequest.Kind;
import chat.pando.machine.RoomEncryption;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Draft;
import chat.pando.store.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A new device's first room key, for the devices of many people: their keys are known and stored, and nothing else is.
 * Sessions begin with one-time keys that were claimed, and the key is sealed for each. It ends when all that must be sent
 * is durable.
 */
public final class RoomKeyForMany implements Measure {

    private static final UserId SELF = new UserId("@self:bench.example");
    private static final RoomId ROOM = new RoomId("!room:bench.example");

    private final Host host;
    private final Accounts accounts;
    private final JsonObject deviceKeys;
    private final JsonObject claimed;

    /** @param crowd what a homeserver answers when it is asked for the devices' keys, and for one of each to begin with */
    public RoomKeyForMany(Host host, Accounts accounts, String crowd) throws JsonSyntaxException {
        JsonObject answers = (JsonObject) host.json().parse(crowd);
        this.host = host;
        this.accounts = accounts;
        deviceKeys = answers.at("query", "device_keys");
        claimed = answers.at("claim");
    }

    @Override
    public Run prepare(int size) {
        Client client = new Client(accounts.create(new AccountEntry(SELF.value(), "https://bench.example", 0)));
        client.job(draft -> client.machine.track(client.members, draft));
        client.job(client.machine::tidy);
        client.answer(Kind.KEYS_UPLOAD, JsonObject.EMPTY);
        client.answerQueries();
        return () -> {
            client.job(client::share);
            client.answer(Kind.KEYS_CLAIM, claimed);
            client.job(client::share);
            return client.sealed() == size;
        };
    }

    /** A machine with its store, on which one job follows the other. */
    private final class Client {

        private final Store store;
        private final Machine machine;
        private final Set<UserId> members = new LinkedHashSet<>();

        Client(Store store) {
            this.store = store;
            Draft draft = store.draft();
            machine = Machine.create(host, SELF, new DeviceId("BENCH"), draft);
            store.commit(draft.changes());
            deviceKeys.names().forEach(user -> members.add(new UserId(user)));
        }

        void job(Consumer<Draft> work) {
            Draft draft = store.draft();
            work.accept(draft);
            store.commit(draft.changes());
        }

        void share(Draft draft) {
            machine.prepare(ROOM, RoomEncryption.standard(), members, draft);
        }

        void answer(Kind kind, JsonObject answer) {
            for (OutgoingRequest request : requests(kind)) {
                job(draft -> machine.answered(request, answer, draft));
            }
        }

        void answerQueries() {
            for (OutgoingRequest request : requests(Kind.KEYS_QUERY)) {
                JsonObject.Builder asked = JsonObject.builder();
                request.request().body().orElseThrow().at("device_keys").names()
                        .forEach(user -> asked.put(user, deviceKeys.at(user)));
                JsonObject answer = JsonObject.builder().put("device_keys", asked.build()).build();
                job(draft -> machine.answered(request, answer, draft));
            }
        }

        /** For how many devices something is to be sent; the store is closed. */
        int sealed() {
            int sealed = 0;
            for (OutgoingRequest request : requests(Kind.TO_DEVICE)) {
                JsonObject messages = request.request().body().orElseThrow().at("messages");
                for (String user : messages.names()) {
                    sealed += messages.at(user).names().size();
                }
            }
            store.close();
            return sealed;
        }

        private List<OutgoingRequest> requests(Kind kind) {
            return machine.outgoing(store).stream().filter(request -> request.kind() == kind).toList();
        }
    }
}
