package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.Edition;
import chat.pando.core.view.News;
import chat.pando.core.view.Views;
import chat.pando.host.Clock;
import chat.pando.host.Locks;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Hello;
import chat.pando.store.Changes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All tabs that have said hello and live. */
final class Tabs implements Account.Listener {

    /** How often hidden tabs are told what happened. */
    private static final long HIDDEN_TURN_MILLIS = 1_000;

    private final Locks locks;
    private final Clock clock;
    private final Consumer<Tab> whenGone;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Greetings greetings = new Greetings();
    private boolean turnIsComing;

    Tabs(Locks locks, Clock clock, Consumer<Tab> whenGone) {
        this.locks = locks;
        this.clock = clock;
        this.whenGone = whenGone;
    }

    /** What tabs are welcomed with. */
    Greetings greetings() {
        return greetings;
    }

    /** A tab has said hello; when the lock that it holds is free, it is gone. */
    void add(Hello hello, Tab tab) {
        boolean isNew;
        synchronized (tabs) {
            isNew = tabs.put(hello.tab(), tab) == null;
        }
        if (isNew) {
            locks.whenFree(Hello.lockOf(hello.tab()), () -> gone(hello.tab()));
        }
    }

    /** Whether the tab has not been here before. */
    boolean isNew(Hello hello) {
        synchronized (tabs) {
            return !tabs.containsKey(hello.tab());
        }
    }

    private void gone(String id) {
        Tab tab;
        synchronized (tabs) {
            tab = tabs.remove(id);
        }
        if (tab != null) {
            tab.close();
            whenGone.accept(tab);
        }
    }

    List<Tab> all() {
        synchronized (tabs) {
            return new ArrayList<>(tabs.values());
        }
    }

    /** Those that show an account, or wait for it to open. */
    List<Tab> showing(String userId) {
        return all().stream()
                .filter(tab -> tab.shown().filter(userId::equals).isPresent())
                .toList();
    }

    void tellAll(Delta delta) {
        tell(all(), delta);
    }

    /** Tells all of these the same. */
    void tell(List<Tab> some, Delta delta) {
        Edition edition = new Edition(List.of(delta));
        some.forEach(tab -> tab.tell(edition));
        awaitTurn(some);
    }

    @Override
    public void committed(Account account, Changes changes) {
        greetings.forget(account);
        List<Tab> watching = watching(account);
        if (!watching.isEmpty()) {
            account.peek(reads -> {
                News news = new News(account, changes, reads);
                watching.forEach(tab -> tab.tell(account, news));
            });
            awaitTurn(watching);
        }
    }

    @Override
    public void linkChanged(Account account) {
        greetings.forget(account);
        tell(watching(account), new Delta.ConnectionChanged(new Views(account).connection()));
    }

    private List<Tab> watching(Account account) {
        return all().stream().filter(tab -> tab.shows(account)).toList();
    }

    /** Sees to it that hidden tabs that were told something get it before long, all at once. */
    private void awaitTurn(List<Tab> told) {
        if (told.stream().noneMatch(Tab::awaitsTurn)) {
            return;
        }
        synchronized (tabs) {
            if (turnIsComing) {
                return;
            }
            turnIsComing = true;
        }
        clock.after(HIDDEN_TURN_MILLIS, this::takeTurn);
    }

    private void takeTurn() {
        synchronized (tabs) {
            turnIsComing = false;
        }
        all().stream().filter(Tab::awaitsTurn).forEach(Tab::takeTurn);
    }
}
