package chat.pando.protocol;

import java.util.List;

/** Something that a person asks for. */
public sealed interface Command {

    /**
     * Signs in to an existing account with a password, as a new device. Settles with {@code user_id}.
     *
     * @param homeserver what the person typed: a server name or a URL
     * @param username   a localpart or a whole user id
     */
    record SignIn(String homeserver, String username, String password) implements Command {

        @Override
        public String toString() {
            return "SignIn"; // names and passwords are never logged
        }
    }

    /** Creates an account and signs in to it. Settles with {@code user_id}. */
    record CreateAccount(String homeserver, String username, String password) implements Command {

        @Override
        public String toString() {
            return "CreateAccount";
        }
    }

    /** Signs the device out on the server and removes the account's data from this browser. */
    record SignOut() implements Command {}

    /** Settles with {@code room_id}. */
    record CreateRoom(String name, List<String> invite, boolean encrypted) implements Command {

        @Override
        public String toString() {
            return "CreateRoom[encrypted=" + encrypted + "]";
        }
    }

    record AcceptInvite(String room) implements Command {}

    record DeclineInvite(String room) implements Command {}

    record LeaveRoom(String room) implements Command {}

    record InviteUser(String room, String user) implements Command {

        @Override
        public String toString() {
            return "InviteUser[room=" + room + "]";
        }
    }

    /**
     * Sends a text message. Settles as soon as the message is durable in the outbox, offline too; from then on its
     * timeline item tells how it fares. Settles with {@code key}, the timeline item's key.
     */
    record SendText(String room, String body) implements Command {

        @Override
        public String toString() {
            return "SendText[room=" + room + "]";
        }
    }

    /** Tries a failed message again. */
    record RetryMessage(String room, String key) implements Command {}

    /** Tries all failed messages of a room again, in the order in which they were written. */
    record RetryAll(String room) implements Command {}

    /** Takes a failed or waiting message back: it leaves the outbox and the timeline. */
    record DiscardMessage(String room, String key) implements Command {}

    /**
     * Gives all of a long text, or what is there of it. Settles with {@code body}.
     *
     * @param sender   who has sent it
     * @param transfer of the {@link TimelineItem.Content.LongText}
     */
    record ReadText(String room, String sender, String transfer) implements Command {

        @Override
        public String toString() {
            return "ReadText[room=" + room + "]";
        }
    }

    /** Shows the room in this tab: its timeline and members come as {@link Delta.RoomOpened}, then as deltas. */
    record OpenRoom(String room) implements Command {}

    /** No room is shown in this tab any more. */
    record CloseRoom() implements Command {}

    /** Adds earlier messages to the open room's timeline. Settles when they are there. */
    record LoadOlder(String room) implements Command {}

    /** Everything up to this event has been seen: sends a read receipt. */
    record MarkRead(String room, String eventId) implements Command {}

    /** Tries the connection now instead of waiting for the next attempt. */
    record Reconnect() implements Command {}
}
