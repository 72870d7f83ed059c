package chat.pando.tab.link;

import chat.pando.protocol.Meeting;
import java.util.ArrayList;
import java.util.List;

/** A tab's end of a line to a core in another tab's worker: a channel on which only the two of them are. */
final class BroadcastLine implements Connector.Line {

    private final String id;
    private final Channels.Channel channel;
    private final Channels.Channel meeting;
    private final Connector.LineListener listener;
    private final Owner owner;
    private final List<String> unsaid = new ArrayList<>();
    private boolean open;
    private boolean closed;

    /** Hears how lines fare. */
    interface Owner {

        void opened(BroadcastLine line);

        void closed(BroadcastLine line);
    }

    /** @param meeting where the core learns that this line waits */
    BroadcastLine(
            String id,
            String url,
            Channels channels,
            Channels.Channel meeting,
            Connector.LineListener listener,
            Owner owner) {
        this.id = id;
        this.meeting = meeting;
        this.listener = listener;
        this.owner = owner;
        this.channel = channels.join(Meeting.line(url, id), this::heard);
    }

    String id() {
        return id;
    }

    /** Whether a core has opened it; that it closes its end isn't told, but found out by its lock. */
    boolean isOpen() {
        return open;
    }

    private void heard(String text) {
        if (closed) {
            return;
        }
        if (text.equals(Meeting.OPEN)) {
            opened();
        } else {
            Meeting.unwrap(text).ifPresent(listener::said);
        }
    }

    private void opened() {
        open = true;
        unsaid.forEach(channel::post);
        unsaid.clear();
        owner.opened(this);
    }

    void failed() {
        listener.failed();
    }

    @Override
    public void post(String message) {
        if (open) {
            channel.post(Meeting.wrap(message));
        } else {
            unsaid.add(Meeting.wrap(message));
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (open) {
            channel.post(Meeting.CLOSE);
        } else {
            meeting.post(Meeting.gone(id));
        }
        channel.close();
        owner.closed(this);
    }
}
