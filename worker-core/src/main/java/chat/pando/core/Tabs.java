package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.News;
import chat.pando.core.view.Views;
import chat.pando.host.Locks;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Hello;
import chat.pando.store.Changes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tabs that have said hello and live. */
final class Tabs implements Account.Listener {

    private final Locks locks;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();

    Tabs(Locks locks) {
        this.locks = locks;
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

    private void gone(String id) {
        Tab tab;
        synchronized (tabs) {
            tab = tabs.remove(id);
        }
        if (tab != null) {
            tab.close();
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
        all().forEach(tab -> tab.update(List.of(delta)));
    }

    @Override
    public void committed(Account account, Changes changes) {
        List<Tab> watching = all().stream().filter(tab -> tab.shows(account)).toList();
        if (!watching.isEmpty()) {
            account.peek(reads -> {
                News news = new News(account, changes, reads);
                watching.forEach(tab -> tab.tell(account, news));
            });
        }
    }

    @Override
    public void linkChanged(Account account) {
        Delta delta = new Delta.ConnectionChanged(new Views(account).connection());
        all().stream().filter(tab -> tab.shows(account)).forEach(tab -> tab.update(List.of(delta)));
    }
}
