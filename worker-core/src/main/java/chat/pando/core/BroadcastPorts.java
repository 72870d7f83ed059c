package chat.pando.core;

import chat.pando.host.Broadcasts;
import chat.pando.host.Port;
import chat.pando.host.Ports;
import chat.pando.protocol.Meeting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where tabs connect to a core that runs in a dedicated worker of one of them: over broadcast channels, since its ports
 * reach only the tab that has started it.
 */
public final class BroadcastPorts implements Ports {

    private final Broadcasts broadcasts;
    private final String url;
    private final Map<String, Line> lines = new HashMap<>();

    /** @param url of this core's script, as tabs ask for it */
    public BroadcastPorts(Broadcasts broadcasts, String url) {
        this.broadcasts = broadcasts;
        this.url = url;
    }

    @Override
    public void onConnect(Consumer<Port> listener) {
        Broadcasts.Broadcast meeting = broadcasts.join(Meeting.channel(url), text -> {
            Meeting.lineHere(text).ifPresent(id -> find(id).ifPresentOrElse(Line::sayOpen, () -> open(id, listener)));
            Meeting.lineGone(text).flatMap(this::find).ifPresent(Line::close);
        });
        meeting.post(Meeting.WHO);
    }

    private Optional<Line> find(String id) {
        synchronized (lines) {
            return Optional.ofNullable(lines.get(id));
        }
    }

    private void open(String id, Consumer<Port> listener) {
        Line line = new Line(id);
        synchronized (lines) {
            lines.put(id, line);
        }
        listener.accept(line);
    }

    /** The core's end of a line. The tab speaks only once it was told that the line is open, so nothing is missed. */
    private final class Line implements Port {

        private final String id;
        private final Broadcasts.Broadcast channel;
        private Optional<Consumer<String>> listener = Optional.empty();

        Line(String id) {
            this.id = id;
            this.channel = broadcasts.join(Meeting.line(url, id), this::heard);
        }

        private void heard(String text) {
            if (text.equals(Meeting.CLOSE)) {
                close();
            } else {
                Meeting.unwrap(text).ifPresent(message -> listener.ifPresent(taker -> taker.accept(message)));
            }
        }

        @Override
        public void post(String message) {
            channel.post(Meeting.wrap(message));
        }

        @Override
        public void onMessage(Consumer<String> taker) {
            boolean first = listener.isEmpty();
            listener = Optional.of(taker);
            if (first) {
                sayOpen();
            }
        }

        void sayOpen() {
            channel.post(Meeting.OPEN);
        }

        @Override
        public void close() {
            synchronized (lines) {
                lines.remove(id);
            }
            channel.close();
        }
    }
}
