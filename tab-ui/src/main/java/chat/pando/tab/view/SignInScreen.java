package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.tab.model.SignInField;
import chat.pando.tab.model.Status;
import java.util.List;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/** The screen on which a person signs in, or creates an account. */
public final class SignInScreen {

    private final Actions actions;
    private final Field homeserver = new Field("Homeserver", "text", "url")
            .hint("The server your account lives on, for instance matrix.org.");
    private final Field username = new Field("Username", "text", "username");
    private final Field password = new Field("Password", "password", "current-password");
    private final List<Field> fields = List.of(homeserver, username, password);
    private final FormAlert alert = new FormAlert();
    private final HTMLElement signIn = Dom.text("button", "primary", "Sign in").withAttr("type", "submit");
    private final HTMLElement create = Dom.button("", "Create account", () -> submit(true));
    private final Busy busy = new Busy(signIn, create);
    private final HTMLElement back;
    private final StatusBar status;
    private final HTMLElement element;

    public SignInScreen(Actions actions) {
        this.actions = actions;
        status = new StatusBar(actions::tryNow);
        back = Dom.labelledButton("quiet back", Icon.BACK, "Back", actions::cancelAdding);
        HTMLElement title = Dom.text("h1", "", "Sign in to Pando");
        title.setId("sign-in-title");
        HTMLElement form = Dom.el("form", "card");
        form.setAttribute("novalidate", "");
        form.setAttribute("aria-labelledby", "sign-in-title");
        form.withChild(back)
                .withChild(Dom.el("div", "brand", Icon.LEAF.draw()))
                .withChild(title)
                .withChild(Dom.text("p", "lead", "Encrypted chat that is open in as many tabs as you like."))
                .withChild(alert.element());
        fields.forEach(field -> form.appendChild(field.element()));
        form.appendChild(Dom.el("div", "buttons", signIn, create));
        Dom.on(form, "submit", (Event event) -> {
            event.preventDefault();
            submit(false);
        });
        element = Dom.el("main", "sign-in", form, status.element());
    }

    public HTMLElement element() {
        return element;
    }

    /** Proposes a homeserver, unless the person has typed one already. */
    public void propose(String server) {
        if (homeserver.value().isEmpty()) {
            homeserver.setValue(server);
        }
    }

    /** Fills in an account that signs in anew; only the password is left to type. */
    public void propose(String server, String user) {
        homeserver.setValue(server);
        username.setValue(user);
    }

    /** Whether there is an account to go back to. */
    public void setBack(boolean there) {
        Dom.show(back, there);
    }

    public void setStatus(Status now) {
        status.update(now);
    }

    public void focus() {
        (username.value().isEmpty() ? username : password).focus();
    }

    private void submit(boolean newAccount) {
        if (busy.working() || !complete()) {
            return;
        }
        String name = username.value().trim();
        busy.begin(newAccount ? create : signIn);
        Command command = newAccount
                ? new Command.CreateAccount(homeserver.value().trim(), name, password.value())
                : new Command.SignIn(homeserver.value().trim(), name, password.value());
        actions.call(command, this::settled);
    }

    private boolean complete() {
        clearAlerts();
        boolean complete = require(password, password.value(), "Enter your password.");
        complete &= require(username, username.value().trim(), "Enter your username.");
        complete &= require(homeserver, homeserver.value().trim(), "Enter the server's name.");
        return complete;
    }

    private static boolean require(Field field, String value, String words) {
        if (value.isEmpty()) {
            field.refuse(words);
        }
        return !value.isEmpty();
    }

    private void clearAlerts() {
        alert.clear();
        fields.forEach(Field::accept);
    }

    private void settled(Outcome outcome) {
        busy.end();
        if (outcome instanceof Outcome.Refused refused) {
            show(refused.problem());
        } else if (outcome instanceof Outcome.Done done) {
            password.setValue("");
            done.result().string("user_id").ifPresent(actions::showAccount);
        }
    }

    private void show(Problem problem) {
        switch (SignInField.of(problem.code())) {
            case HOMESERVER -> homeserver.refuse(problem.message());
            case USERNAME -> username.refuse(problem.message());
            case PASSWORD -> password.refuse(problem.message());
            case FORM -> alert.say(problem.message());
        }
    }
}
