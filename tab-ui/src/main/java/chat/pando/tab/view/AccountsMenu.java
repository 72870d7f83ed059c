package chat.pando.tab.view;

import chat.pando.protocol.AccountInfo;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The button "Accounts" and its menu: which account this tab shows. */
final class AccountsMenu {

    private final Actions actions;
    private final HTMLElement button;
    private final HTMLElement menu;
    private final List<HTMLElement> items = new ArrayList<>();

    AccountsMenu(Actions actions) {
        this.actions = actions;
        String id = Dom.newId("menu");
        menu = Dom.el("div", "menu")
                .withAttr("id", id)
                .withAttr("role", "menu")
                .withAttr("aria-label", "Accounts")
                .withAttr("popover", "auto");
        button = Dom.iconButton("", Icon.SWITCH, "Accounts", () -> {})
                .withAttr("popovertarget", id)
                .withAttr("aria-haspopup", "menu")
                .withAttr("aria-expanded", "false");
        Dom.on(button, "keydown", this::keyOnButton);
        Dom.on(menu, "keydown", this::keyInMenu);
        menu.onToggle(event -> toggled(event.getNewState().equals("open")));
    }

    HTMLElement button() {
        return button;
    }

    HTMLElement menu() {
        return menu;
    }

    void update(List<AccountInfo> accounts, String shown) {
        menu.clear();
        items.clear();
        for (AccountInfo account : accounts) {
            HTMLElement item = item(account.userId(), () -> actions.showAccount(account.userId()));
            if (account.userId().equals(shown)) {
                item.setAttribute("aria-current", "true");
                item.appendChild(Icon.CHECK.draw());
            }
        }
        item("Add account", actions::addAccount).getClassList().add("apart");
    }

    private HTMLElement item(String name, Runnable action) {
        HTMLElement item = Dom.button("", "", () -> {
            menu.hidePopover();
            action.run();
        });
        item.appendChild(Dom.text("span", "", name));
        item.setAttribute("role", "menuitem");
        item.setTabIndex(-1);
        items.add(item);
        menu.appendChild(item);
        return item;
    }

    private void toggled(boolean open) {
        button.setAttribute("aria-expanded", String.valueOf(open));
        if (open) {
            items.get(0).focus();
        }
    }

    private void keyOnButton(KeyboardEvent event) {
        if (event.getKey().equals("ArrowDown")) {
            event.preventDefault();
            menu.showPopover();
        }
    }

    private void keyInMenu(KeyboardEvent event) {
        int at = items.indexOf(menu.getOwnerDocument().getActiveElement());
        switch (event.getKey()) {
            case "ArrowDown" -> focus(event, at + 1);
            case "ArrowUp" -> focus(event, at < 0 ? -1 : at - 1);
            case "Home" -> focus(event, 0);
            case "End" -> focus(event, -1);
            case "Tab" -> menu.hidePopover();
            default -> { }
        }
    }

    private void focus(KeyboardEvent event, int index) {
        event.preventDefault();
        items.get(Math.floorMod(index, items.size())).focus();
    }
}
