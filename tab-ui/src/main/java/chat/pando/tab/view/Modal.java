package chat.pando.tab.view;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A native dialog that holds the person's attention until it is closed, and is gone then. */
final class Modal {

    private final HTMLElement dialog;
    private final HTMLElement body = Dom.el("div", "dialog-body");

    /** A dialog that is named by its heading. */
    Modal(String title) {
        String titleId = Dom.newId("dialog-title");
        HTMLElement heading = Dom.text("h2", "", title).withAttr("id", titleId);
        HTMLElement close = Dom.iconButton("quiet", Icon.CLOSE, "Close", this::close);
        dialog = Dom.el("dialog", "", Dom.el("div", "dialog-head", heading, close), body)
                .withAttr("aria-labelledby", titleId);
        Dom.on(dialog, "close", event -> dialog.delete());
    }

    HTMLElement body() {
        return body;
    }

    void open() {
        HTMLDocument.current().getBody().appendChild(dialog);
        showModal(dialog);
    }

    void close() {
        close(dialog);
    }

    @JSBody(params = "dialog", script = "dialog.showModal();")
    private static native void showModal(HTMLElement dialog);

    @JSBody(params = "dialog", script = "dialog.close();")
    private static native void close(HTMLElement dialog);
}
