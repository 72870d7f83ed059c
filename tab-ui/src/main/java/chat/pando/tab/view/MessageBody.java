package chat.pando.tab.view;

import chat.pando.protocol.TimelineItem.Content;
import chat.pando.tab.model.Segment;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** What a message says, as text: nothing that somebody sends becomes markup. */
final class MessageBody {

    private MessageBody() {}

    static void fill(HTMLElement body, Content content) {
        body.clear();
        body.setClassName("body");
        if (content instanceof Content.Text text) {
            body.getClassList().add(text.kind().name().toLowerCase());
            addText(body, text.body());
        } else if (content instanceof Content.Other other) {
            body.getClassList().add("aside");
            body.appendChild(Dom.text("span", "", "Pando can't show this kind of message yet: "));
            addText(body, other.body());
        } else if (content instanceof Content.Undecryptable undecryptable) {
            body.getClassList().add("aside");
            body.appendChild(Icon.KEY.draw());
            body.appendChild(Dom.text("span", "", undecryptable.reason()));
        } else if (content instanceof Content.Redacted) {
            body.getClassList().add("aside");
            body.appendChild(Dom.text("span", "", "This message was removed."));
        }
    }

    /** Text, in which web addresses can be followed. */
    static void addText(HTMLElement body, String text) {
        for (Segment segment : Segment.of(text)) {
            if (segment.link()) {
                body.appendChild(Dom.text("a", "", segment.text())
                        .withAttr("href", segment.text())
                        .withAttr("target", "_blank")
                        .withAttr("rel", "noopener noreferrer"));
            } else {
                body.appendChild(HTMLDocument.current().createTextNode(segment.text()));
            }
        }
    }
}
