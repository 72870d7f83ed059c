package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.host.Host;
import chat.pando.host.Signal;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.StoreException;
import chat.pando.sync.Ended;
import chat.pando.sync.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where tabs' commands arrive: each is carried out once per id and settles exactly once.
 *
 * <p>What is a job only runs in the order in which a tab asked for it; what talks to a server runs on a thread of its
 * own. A command for an account that is not open yet waits for it. What this core doesn't carry out because it has to
 * go is not settled: the tab repeats it, under its id, at the core that follows.
 */
final class CallDesk {

    private final Host host;
    private final Roster roster;
    private final SignIn signIn;
    private final SignOut signOut;
    private final BooleanSupplier followed;
    private final Lobby lobby = new Lobby();
    /** The tabs that wait for a call that was taken, by its id. */
    private final Map<String, List<Tab>> underWay = new LinkedHashMap<>();
    private final RefusedCalls refused = new RefusedCalls();
    private final Signal allSettled = new Signal();
    private int unsettled;
    private boolean closed;

    /** @param followed whether there is another core, at which a tab can repeat what this one can't do any more */
    CallDesk(Host host, Roster roster, SignIn signIn, SignOut signOut, BooleanSupplier followed) {
        this.host = host;
        this.roster = roster;
        this.signIn = signIn;
        this.signOut = signOut;
        this.followed = followed;
    }

    void take(Tab tab, Call call) {
        Optional<Outcome> refusedBefore;
        synchronized (underWay) {
            refusedBefore = refused.find(call.id());
            if (refusedBefore.isEmpty()) {
                List<Tab> waiting = underWay.get(call.id());
                if (waiting != null) {
                    waiting.add(tab);
                    return;
                }
                if (closed) {
                    return;
                }
                underWay.put(call.id(), new ArrayList<>(List.of(tab)));
                unsettled++;
            }
        }
        if (refusedBefore.isPresent()) {
            tab.settle(call.id(), refusedBefore.get());
            return;
        }
        Lobby.Visit visit = new Lobby.Visit(tab, call);
        boolean kept = needsAccount(call.command())
                && call.account().filter(user -> lobby.keep(user, visit, () -> isOpening(user))).isPresent();
        if (!kept) {
            make(visit);
        }
    }

    /** The account has opened, or has failed to: what waited for that goes on. */
    void release(String userId) {
        lobby.release(userId, this::make);
    }

    /** Takes no more calls, and lets go of those that wait for their account to open. */
    void close() {
        synchronized (underWay) {
            closed = true;
            List<Lobby.Visit> left = lobby.clear();
            left.forEach(visit -> underWay.remove(visit.call().id()));
            settled(left.size());
        }
        roster.accounts().forEach(Account::wakeWaiting);
    }

    private boolean isClosed() {
        synchronized (underWay) {
            return closed;
        }
    }

    /** The caller holds the monitor of {@link #underWay}. */
    private void settled(int calls) {
        unsettled -= calls;
        if (closed && unsettled == 0) {
            allSettled.raise();
        }
    }

    /** Waits, after {@link #close}, until all calls that are being carried out have settled. */
    void awaitSettled() {
        allSettled.await();
    }

    private boolean isOpening(String userId) {
        return roster.find(userId).filter(Slot::isOpening).isPresent();
    }

    private void make(Lobby.Visit visit) {
        if (isLocal(visit.call().command())) {
            carryOut(visit);
        } else {
            host.tasks().start("pando-command", () -> carryOut(visit));
        }
    }

    private static boolean needsAccount(Command command) {
        return !(command instanceof Command.SignIn || command instanceof Command.CreateAccount);
    }

    private static boolean isLocal(Command command) {
        return command instanceof Command.SendText
                || command instanceof Command.RetryMessage
                || command instanceof Command.RetryAll
                || command instanceof Command.DiscardMessage
                || command instanceof Command.ReadText
                || command instanceof Command.OpenRoom
                || command instanceof Command.CloseRoom
                || command instanceof Command.MarkRead
                || command instanceof Command.Reconnect;
    }

    private void carryOut(Lobby.Visit visit) {
        String id = visit.call().id();
        Optional<Outcome> outcome = outcome(visit);
        List<Tab> waiting;
        synchronized (underWay) {
            outcome.ifPresent(known -> refused.remember(id, known));
            waiting = underWay.remove(id);
        }
        outcome.ifPresent(known -> waiting.forEach(each -> each.settle(id, known)));
        synchronized (underWay) {
            settled(1);
        }
    }

    /** Empty where another core has taken over, which the tab will ask the same. */
    private Optional<Outcome> outcome(Lobby.Visit visit) {
        try {
            return Optional.of(new Outcome.Done(result(visit)));
        } catch (Rejected rejected) {
            return Optional.of(new Outcome.Refused(rejected.problem()));
        } catch (PatientCall.Left left) {
            return Optional.empty();
        } catch (StoreException.QuotaExceeded full) {
            return refused(
                    Code.STORAGE_FULL, "There is no storage space left in this browser. Free some, then try again.");
        } catch (StoreException.Held held) {
            return refused(
                    Code.CORE_LOST,
                    "A tab that sleeps holds this account's data. Close other tabs of Pando, then try again.");
        } catch (StoreException | Ended over) {
            return isTakenOver(visit, over) && followed.getAsBoolean()
                    ? Optional.empty()
                    : refused(Code.CORE_LOST, "Pando can't write to this account's data any more. Reload this page.");
        } catch (RuntimeException fault) {
            host.log().warn("a command failed: " + fault.getClass().getName());
            return refused(Code.INTERNAL, "Something went wrong inside Pando. Try again, or reload this page.");
        }
    }

    private boolean isTakenOver(Lobby.Visit visit, RuntimeException failure) {
        return failure instanceof StoreException.Fenced
                || visit.call().account().flatMap(roster::find).flatMap(Slot::account)
                        .filter(account -> account.link().trouble() == Trouble.TAKEN_OVER)
                        .isPresent();
    }

    private static Optional<Outcome> refused(Code code, String words) {
        return Optional.of(new Outcome.Refused(new Problem(code, words)));
    }

    private JsonObject result(Lobby.Visit visit) {
        Call call = visit.call();
        if (call.command() instanceof Command.SignIn with) {
            return signIn.signIn(call.id(), with);
        }
        if (call.command() instanceof Command.CreateAccount with) {
            return signIn.create(call.id(), with);
        }
        Slot slot = visit.call().account().flatMap(roster::find).orElseThrow(CallDesk::noAccount);
        if (call.command() instanceof Command.SignOut) {
            return signOut.of(slot);
        }
        Account account = slot.account().orElseThrow(() -> new Rejected(slot.problem()));
        if (isLocal(call.command())) {
            return localResult(account, visit.tab(), call);
        }
        return serverResult(account, visit.tab(), call);
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
        if (command instanceof Command.RetryAll retry) {
            return messages.retryAll(retry);
        }
        if (command instanceof Command.DiscardMessage discard) {
            return messages.discard(discard);
        }
        if (command instanceof Command.MarkRead read) {
            return messages.markRead(read);
        }
        if (command instanceof Command.ReadText read) {
            return new ViewCommands(account, tab).read(read);
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

    private JsonObject serverResult(Account account, Tab tab, Call call) {
        Command command = call.command();
        RoomCommands rooms = new RoomCommands(account, this::isClosed);
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
        return new Rejected(Code.SIGNED_OUT, "This account is not open here. Sign in first.");
    }
}
