package chat.pando.tab.link;

import chat.pando.json.JsonShapeException;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import java.util.Optional;

/** The line to the core as messages instead of text; one at a time, or none. */
final class Wire {

    private final Connector connector;
    private final MessageReader reader;
    private final Listener listener;
    private Optional<Connector.Line> line = Optional.empty();

    /** Hears what comes. */
    interface Listener {

        void received(FromCore message);

        /** Something came that is no message. */
        void receivedNonsense();

        /** The core can't be loaded. */
        void failed();
    }

    Wire(Connector connector, MessageReader reader, Listener listener) {
        this.connector = connector;
        this.reader = reader;
        this.listener = listener;
    }

    void open(String url) {
        hangUp();
        line = Optional.of(connector.open(url, new Ear()));
    }

    boolean isOpen() {
        return line.isPresent();
    }

    void post(ToCore message) {
        line.ifPresent(open -> open.post(ToCoreCodec.encode(message).text()));
    }

    /** Ends the line; the core posts nothing to it any more. */
    void hangUp() {
        post(new Goodbye());
        line.ifPresent(Connector.Line::close);
        line = Optional.empty();
    }

    /** Ends the line, and the tab's part in keeping a core running. */
    void leave() {
        hangUp();
        connector.leave();
    }

    /** Hears one line. */
    private final class Ear implements Connector.LineListener {

        @Override
        public void said(String text) {
            read(text).ifPresentOrElse(listener::received, listener::receivedNonsense);
        }

        @Override
        public void failed() {
            listener.failed();
        }

        private Optional<FromCore> read(String text) {
            try {
                return reader.read(text);
            } catch (JsonShapeException unreadable) {
                return Optional.empty();
            }
        }
    }
}
