package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.KeyWords;
import chat.pando.host.Abort;
import chat.pando.host.Host;
import chat.pando.host.KeyCustody;
import chat.pando.json.JsonObject;
import chat.pando.machine.Machine;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.AuthRequests;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.Discovery;
import chat.pando.matrix.Homeserver;
import chat.pando.matrix.UserId;
import chat.pando.protocol.Command;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.AccountEntry;
import chat.pando.store.CommandRow;
import chat.pando.store.Draft;
import chat.pando.store.Session;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.sync.Link;
import chat.pando.sync.Trouble;
import java.util.Locale;
import java.util.Optional;

/**
 * The way into an account: with a password, or by creating it.
 *
 * <p>Token, device and the device's keys are durable in one change before anything is uploaded.
 */
final class SignIn {

    private final Host host;
    private final Roster roster;
    private final Optional<String> origin;

    /** @param origin the homeserver that an empty address stands for: where the page came from */
    SignIn(Host host, Roster roster, Optional<String> origin) {
        this.host = host;
        this.roster = roster;
        this.origin = origin;
    }

    /** Settles with {@code user_id}. */
    JsonObject signIn(String call, Command.SignIn command) {
        requireKeys();
        Homeserver homeserver = find(command.homeserver());
        String username = command.username().strip();
        requireGiven(username, command.password());
        Optional<JsonObject> before = alreadyDone(call, homeserver, username);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<DeviceId> device = registered(homeserver, username).flatMap(SignIn::expiredDevice);
        return settle(call, homeserver, new Login(homeserver).login(username, command.password(), device));
    }

    /** Settles with {@code user_id}. */
    JsonObject create(String call, Command.CreateAccount command) {
        requireKeys();
        Homeserver homeserver = find(command.homeserver());
        String username = Registration.localpart(command.username());
        requireGiven(username, command.password());
        Optional<JsonObject> before = alreadyDone(call, homeserver, username);
        if (before.isPresent()) {
            return before.get();
        }
        return settle(call, homeserver, new Registration(homeserver).register(username, command.password()));
    }

    private Homeserver find(String typed) {
        String address = typed.strip();
        boolean own = address.isEmpty() || address.equals("/");
        String sought = own ? origin.orElse("") : address;
        Discovery.Result result = new Discovery(host.http(), host.json()).find(sought);
        if (result instanceof Discovery.Result.Found found) {
            return found.homeserver();
        }
        throw new HomeserverProblem(own ? "this site" : "“" + address + "”").of(result);
    }

    /** Before the server hears of it: a device without keys would be of no use. */
    private void requireKeys() {
        if (host.primitives().custody().equals(Optional.of(KeyCustody.NONE))) {
            throw new Rejected(Code.INTERNAL, KeyWords.of(KeyCustody.NONE));
        }
    }

    private static void requireGiven(String username, String password) {
        if (username.isEmpty()) {
            throw new Rejected(Code.INVALID_USERNAME, "Enter your username.");
        }
        if (password.isEmpty()) {
            throw new Rejected(Code.WRONG_PASSWORD, "Enter your password.");
        }
    }

    /** Refuses an account that is signed in here, unless it was this very call that has signed it in. */
    private Optional<JsonObject> alreadyDone(String call, Homeserver homeserver, String username) {
        Optional<Slot> slot = registered(homeserver, username).filter(SignIn::counts);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonObject> result = slot.get().account().flatMap(account -> resultOf(call, account));
        if (result.isPresent()) {
            return result;
        }
        throw alreadySignedIn();
    }

    private Optional<JsonObject> resultOf(String call, Account account) {
        return account.jobs()
                .run(draft -> roster.tables().commands().of(draft, call))
                .flatMap(CommandRow::result);
    }

    /**
     * An account whose session the server has ended, or whose data are gone, may be signed in to anew. That removes what
     * is stored, so it is not for data which are only too new for this version.
     */
    private static boolean counts(Slot slot) {
        boolean signedOut = slot.account()
                .filter(account -> account.link().state() == Link.State.SIGNED_OUT)
                .isPresent();
        return !signedOut && !slot.isLost();
    }

    private Optional<Slot> registered(Homeserver homeserver, String username) {
        String sought = username.toLowerCase(Locale.ROOT);
        return roster.infos().stream()
                .filter(info -> UserId.parse(sought).isPresent()
                        ? info.userId().equals(sought)
                        : info.homeserver().equals(homeserver.baseUrl())
                                && info.userId().startsWith("@" + sought + ":"))
                .findFirst()
                .flatMap(info -> roster.find(info.userId()));
    }

    /** The device of an account whose session has expired: it is taken up again. */
    private static Optional<DeviceId> expiredDevice(Slot slot) {
        return slot.account()
                .filter(account -> account.link().trouble() == Trouble.SESSION_EXPIRED)
                .map(account -> account.session().device());
    }

    private static Rejected alreadySignedIn() {
        return new Rejected(
                Code.ALREADY_SIGNED_IN,
                "You are already signed in to this account in this browser. Choose it under “Accounts”.");
    }

    private JsonObject settle(String call, Homeserver homeserver, JsonObject answer) {
        Optional<UserId> user = answer.string("user_id").flatMap(UserId::parse);
        Optional<DeviceId> device = answer.string("device_id").flatMap(DeviceId::parse);
        Optional<String> token = answer.string("access_token");
        if (user.isEmpty() || device.isEmpty() || token.isEmpty()) {
            throw new Rejected(
                    Code.NOT_A_HOMESERVER, "The homeserver's answer makes no sense to Pando. Try again later.");
        }
        long ends = answer.integer("expires_in_ms").isPresent()
                ? host.clock().now() + answer.integer("expires_in_ms").getAsLong()
                : 0;
        Session session = new Session(
                user.get(), device.get(), homeserver.baseUrl(), token.get(), answer.string("refresh_token"), ends);
        install(call, homeserver, session);
        return JsonObject.builder().put("user_id", user.get().value()).build();
    }

    private void install(String call, Homeserver homeserver, Session session) {
        String user = session.user().value();
        Optional<Slot> former = roster.find(user);
        if (former.filter(SignIn::counts).isPresent()) {
            giveBack(homeserver, session);
            throw alreadySignedIn();
        }
        try {
            if (former.flatMap(SignIn::expiredDevice).equals(Optional.of(session.device()))) {
                roster.resume(session);
                return;
            }
            roster.create(
                    new AccountEntry(user, session.server(), host.clock().now()),
                    store -> write(call, session, store));
        } catch (StoreException.Fenced held) {
            giveBack(homeserver, session);
            throw alreadySignedIn();
        } catch (StoreException failure) {
            giveBack(homeserver, session);
            throw failure;
        }
    }

    private void write(String call, Session session, Store store) {
        Draft draft = store.draft();
        Machine.create(host, session.user(), session.device(), draft);
        roster.tables().meta().putSession(draft, session);
        JsonObject result = JsonObject.builder().put("user_id", session.user().value()).build();
        roster.tables().commands().put(draft, new CommandRow(call, host.clock().now(), Optional.of(result)));
        store.commit(draft.changes());
    }

    /** Ends a session that can't be used here, so that no dead device is left behind. */
    private static void giveBack(Homeserver homeserver, Session session) {
        ApiRequest logout = AuthRequests.logout();
        homeserver.call(
                logout, Optional.of(session.accessToken()), Homeserver.PATIENCE_MILLIS, new Abort());
    }
}
