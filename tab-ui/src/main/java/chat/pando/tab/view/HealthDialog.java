package chat.pando.tab.view;

import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.Status;
import chat.pando.tab.page.Build;
import chat.pando.tab.page.StorageFacts;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The dialog that says how Pando is doing: this device, the connection, the core, the storage. */
final class HealthDialog {

    private final HTMLElement facts = Dom.el("dl", "facts");

    private HealthDialog() {}

    /**
     * Shows what is known at this moment.
     *
     * @param core the id of the running core
     * @param keys how private keys are kept, as the core says
     */
    static void open(AccountModel account, Status status, Optional<String> core, Optional<String> keys) {
        Modal modal = new Modal("Health");
        HealthDialog health = new HealthDialog();
        health.fact("Account", account.userId());
        health.fact("Homeserver", account.homeserver());
        health.fact("Connection", status.words());
        health.code("Device", account.deviceId());
        health.code("Fingerprint of this device", inGroups(account.fingerprint()));
        keys.ifPresent(words -> health.fact("Private keys", words));
        health.code("Core", core.orElse("starting"));
        health.code("Version", Build.coreVersion().isEmpty() ? "development" : Build.coreVersion());
        HTMLElement persisted = health.fact("Storage", "…");
        HTMLElement used = health.fact("Used", "…");
        StorageFacts.load(storage -> {
            Dom.setText(persisted, storage.persistence());
            Dom.setText(used, storage.usage());
        });
        modal.body().appendChild(health.facts);
        modal.open();
    }

    private HTMLElement fact(String name, String value) {
        return add(name, Dom.text("dd", "", value));
    }

    private void code(String name, String value) {
        add(name, Dom.el("dd", "", Dom.text("code", "", value)));
    }

    private HTMLElement add(String name, HTMLElement value) {
        facts.appendChild(Dom.text("dt", "", name));
        facts.appendChild(value);
        return value;
    }

    /** Groups of four are what people can compare aloud. */
    private static String inGroups(String fingerprint) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < fingerprint.length(); i++) {
            if (i > 0 && i % 4 == 0) {
                groups.append(' ');
            }
            groups.append(fingerprint.charAt(i));
        }
        return groups.toString();
    }
}
