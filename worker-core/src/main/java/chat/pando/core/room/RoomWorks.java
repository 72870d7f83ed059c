package chat.pando.core.room;

import chat.pando.channel.Channels;
import chat.pando.channel.Outbox;
import chat.pando.channel.segment.Segmentation;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.Tables;

/** What all work on rooms has in common. */
record RoomWorks(Tables tables, Outbox outbox, Channels channels, Segmentation segmentation, UserId me) {

    /** A room, for a job that is to change it. */
    RoomWork begin(Draft draft, RoomId room) {
        return new RoomWork(this, draft, room);
    }
}
