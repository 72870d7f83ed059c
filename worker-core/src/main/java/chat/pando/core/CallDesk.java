package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.host.Host;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.StoreException;
import chat.pando.sync.Ended;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where tabs' commands arrive: each is carried out once per id and settles exactly once.
 *
 * <p>What is a job only runs in the order in which a tab asked for it; what talks to a server runs on a thread of its
 * own.
 */
final class CallDesk {

    private final Host host;
    private final SignIn signIn;
    private final SignOut signOut;
    /** The tabs that wait for a call that is being carried out, by its id. */
    private final Map<String, List<Tab>> underWay = new LinkedHashMap<>();

    CallDesk(Host host, SignIn signIn, SignOut signOut) {
        this.host = host;
        this.signIn = signIn;
        this.signOut = signOut;
    }

    void take(Tab tab, Call call) {
        synchronized (underWay) {
            List<Tab> waiting = underWay.get(call.id());
            if (waiting != null) {
                waiting.add(tab);
                return;
            }
            underWay.put(call.id(), new ArrayList<>(List.of(tab)));
        }
        if (isLocal(call.command())) {
            carryOut(tab, call);
        } else {
            host.tasks().start("pando-command", () -> carryOut(tab, call));
        }
    }

    private static boolean isLocal(Command command) {
        return command instanceof Command.SendText
                || command instanceof Command.RetryMessage
                || command instanceof Command.DiscardMessage
                || command instanceof Command.OpenRoom
                || command instanceof Command.CloseRoom
                || command instanceof Command.MarkRead
                || command instanceof Command.Reconnect;
    }

    private void carryOut(Tab tab, Call call) {
        Outcome outcome = outcome(tab, call);
        List<Tab> waiting;
        synchronized (underWay) {
            waiting = underWay.remove(call.id());
        }
        waiting.forEach(each -> each.settle(call.id(), outcome));
    }

    private Outcome outcome(Tab tab, Call call) {
        try {
            return new Outcome.Done(result(tab, call));
        } catch (Rejected rejected) {
            return new Outcome.Refused(rejected.problem());
        } catch (StoreException.QuotaExceeded full) {
            return refused(
                    Code.STORAGE_FULL, "There is no storage space left in this browser. Free some, then try again.");
        } catch (StoreException | Ended over) {
            return refused(
                    Code.CORE_LOST, "Pando can't write to this account's data any more. Reload this page.");
        } catch (RuntimeException fault) {
            host.log().warn("a command failed: " + fault.getClass().getName());
            return refused(Code.INTERNAL, "Something went wrong inside Pando. Try again, or reload this page.");
        }
    }

    private static Outcome refused(Code code, String words) {
        return new Outcome.Refused(new Problem(code, words));
    }

    private JsonObject result(Tab tab, Call call) {
        Command command = call.command();
        if (command instanceof Command.SignIn with) {
            return signIn.signIn(call.id(), with);
        }
        if (command instanceof Command.CreateAccount with) {
            return signIn.create(call.id(), with);
        }
        if (command instanceof Command.SignOut) {
            return signOut.of(tab.shown().orElseThrow(CallDesk::noAccount));
        }
        Account account = tab.account().orElseThrow(CallDesk::noAccount);
        if (isLocal(command)) {
            return localResult(account, tab, call);
        }
        return serverResult(account, tab, call);
    }

    private static JsonObject localResult(Account account, Tab tab, Call call) {
        Command command = call.command();
        MessageCommands messages = new MessageCommands(account);
        if (command instanceof Command.SendText send) {
            return messages.send(call.id(), send);
        }
        if (command instanceof Command.RetryMessage retry) {
            return messages.retry(retry);
        }
        if (command instanceof Command.DiscardMessage discard) {
            return messages.discard(discard);
        }
        if (command instanceof Command.MarkRead read) {
            return messages.markRead(read);
        }
        if (command instanceof Command.OpenRoom open) {
            return new ViewCommands(account, tab).open(open.room());
        }
        if (command instanceof Command.CloseRoom) {
            return new ViewCommands(account, tab).close();
        }
        account.tryNow();
        return JsonObject.EMPTY;
    }

    private static JsonObject serverResult(Account account, Tab tab, Call call) {
        Command command = call.command();
        RoomCommands rooms = new RoomCommands(account);
        if (command instanceof Command.CreateRoom create) {
            return rooms.create(call.id(), create);
        }
        if (command instanceof Command.AcceptInvite accept) {
            return rooms.accept(accept);
        }
        if (command instanceof Command.DeclineInvite decline) {
            return rooms.leave(decline.room());
        }
        if (command instanceof Command.LeaveRoom leave) {
            return rooms.leave(leave.room());
        }
        if (command instanceof Command.InviteUser invite) {
            return rooms.invite(invite);
        }
        if (command instanceof Command.LoadOlder older) {
            return new ViewCommands(account, tab).older(older.room());
        }
        throw new Rejected(Code.INVALID_INPUT, "This command is not known to Pando.");
    }

    private static Rejected noAccount() {
        return new Rejected(Code.SIGNED_OUT, "No account is open in this tab. Sign in first.");
    }
}
