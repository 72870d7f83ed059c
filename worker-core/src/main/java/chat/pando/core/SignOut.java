package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Problem.Code;
import chat.pando.sync.Trouble;
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
    JsonObject of(Slot slot) {
        if (slot.lock().isEmpty()) {
            throw new Rejected(
                    Code.CORE_LOST,
                    "Another version of Pando has this account in this browser. Reload this page, then sign out.");
        }
        if (slot.trouble().equals(Optional.of(Trouble.STORAGE_NEWER))) {
            throw new Rejected(slot.problem()); // the token to sign out with can't be read either
        }
        String userId = slot.entry().userId();
        boolean told = slot.account().map(Account::logout).orElse(false);
        List<Tab> showing = tabs.showing(userId);
        roster.remove(userId);
        tabs.tell(showing, new Delta.SignedOut(userId));
        tabs.tellAll(new Delta.AccountsChanged(roster.infos()));
        return JsonObject.builder().put("server_told", told).build();
    }
}
