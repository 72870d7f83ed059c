package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Delta;
import java.util.List;
import java.util.Optional;

/** The way out of an account: the device leaves the server, and all of the account's data leave this browser. */
final class SignOut {

    private final Roster roster;
    private final Tabs tabs;

    SignOut(Roster roster, Tabs tabs) {
        this.roster = roster;
        this.tabs = tabs;
    }

    /** Settles with {@code server_told}: false where the server couldn't be reached, and still lists the device. */
    JsonObject of(String userId) {
        Optional<Account> account = roster.find(userId).flatMap(Slot::account);
        boolean told = account.map(Account::logout).orElse(false);
        List<Tab> showing = tabs.showing(userId);
        roster.remove(userId);
        showing.forEach(tab -> tab.update(List.of(new Delta.SignedOut(userId))));
        tabs.tellAll(new Delta.AccountsChanged(roster.infos()));
        return JsonObject.builder().put("server_told", told).build();
    }
}
