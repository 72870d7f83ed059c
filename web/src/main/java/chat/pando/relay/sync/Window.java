package chat.pando.relay.sync;

import chat.pando.relay.ids.Requester;
import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What one answer covers: the log after one position and up to another, on one snapshot of the database. */
record Window(Handle handle, SyncRequest request, long after, long upTo, List<Member> memberships, News news) {

    static Window upToNow(Handle handle, SyncRequest request) {
        long upTo = Log.end(handle);
        List<Member> memberships = Member.of(handle, request);
        News news = News.between(handle, topics(request, memberships), request.after(), upTo);
        return new Window(handle, request, request.after(), upTo, memberships, news);
    }

    Requester who() {
        return request.who();
    }

    String userId() {
        return request.who().userId();
    }

    SyncFilter filter() {
        return request.filter();
    }

    /** The topics whose changes concern the user: their own, and every room they are in. */
    Set<String> topics() {
        return topics(request, memberships);
    }

    /** Whether a position is news to the client. */
    boolean covers(long position) {
        return position > after && position <= upTo;
    }

    /** Whether the user's own topic holds changes of that kind; to a client that knows nothing everything is news. */
    boolean hasOwn(Kind kind) {
        return request.isInitial() || news.has(userId(), kind);
    }

    private static Set<String> topics(SyncRequest request, List<Member> memberships) {
        Set<String> topics = new HashSet<>();
        topics.add(request.who().userId());
        memberships.stream().filter(Member::isJoined).map(Member::roomId).forEach(topics::add);
        return topics;
    }
}
