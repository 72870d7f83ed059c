package chat.pando.protocol;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;

/** The JSON of a {@link Command}. */
final class CommandCodec {

    private CommandCodec() {}

    static JsonObject encode(Command command) {
        if (command instanceof Command.SignIn c) {
            return credentials("sign_in", c.homeserver(), c.username(), c.password());
        }
        if (command instanceof Command.CreateAccount c) {
            return credentials("create_account", c.homeserver(), c.username(), c.password());
        }
        if (command instanceof Command.SignOut) {
            return Wire.typed("sign_out").build();
        }
        if (command instanceof Command.Reconnect) {
            return Wire.typed("reconnect").build();
        }
        if (command instanceof Command.CloseRoom) {
            return Wire.typed("close_room").build();
        }
        if (command instanceof Command.CreateRoom c) {
            return Wire.typed("create_room")
                    .put("name", c.name())
                    .put("invite", JsonArray.ofStrings(c.invite()))
                    .put("encrypted", c.encrypted())
                    .build();
        }
        return encodeInRoom(command);
    }

    private static JsonObject credentials(String type, String homeserver, String username, String password) {
        return Wire.typed(type)
                .put("homeserver", homeserver)
                .put("username", username)
                .put("password", password)
                .build();
    }

    private static JsonObject encodeInRoom(Command command) {
        if (command instanceof Command.AcceptInvite c) {
            return room("accept_invite", c.room()).build();
        }
        if (command instanceof Command.DeclineInvite c) {
            return room("decline_invite", c.room()).build();
        }
        if (command instanceof Command.LeaveRoom c) {
            return room("leave_room", c.room()).build();
        }
        if (command instanceof Command.InviteUser c) {
            return room("invite_user", c.room()).put("user", c.user()).build();
        }
        if (command instanceof Command.SendText c) {
            return room("send_text", c.room()).put("body", c.body()).build();
        }
        if (command instanceof Command.RetryMessage c) {
            return room("retry_message", c.room()).put("key", c.key()).build();
        }
        if (command instanceof Command.RetryAll c) {
            return room("retry_all", c.room()).build();
        }
        if (command instanceof Command.DiscardMessage c) {
            return room("discard_message", c.room()).put("key", c.key()).build();
        }
        if (command instanceof Command.ReadText c) {
            return room("read_text", c.room())
                    .put("sender", c.sender())
                    .put("transfer", c.transfer())
                    .build();
        }
        if (command instanceof Command.OpenRoom c) {
            return room("open_room", c.room()).build();
        }
        if (command instanceof Command.LoadOlder c) {
            return room("load_older", c.room()).build();
        }
        if (command instanceof Command.MarkRead c) {
            return room("mark_read", c.room()).put("event_id", c.eventId()).build();
        }
        throw new IllegalArgumentException("a command without JSON");
    }

    private static JsonObject.Builder room(String type, String room) {
        return Wire.typed(type).put("room", room);
    }

    static Command decode(JsonObject from) {
        switch (from.requireString(Wire.TYPE)) {
            case "sign_in":
                return new Command.SignIn(
                        from.requireString("homeserver"),
                        from.requireString("username"),
                        from.requireString("password"));
            case "create_account":
                return new Command.CreateAccount(
                        from.requireString("homeserver"),
                        from.requireString("username"),
                        from.requireString("password"));
            case "sign_out":
                return new Command.SignOut();
            case "reconnect":
                return new Command.Reconnect();
            case "close_room":
                return new Command.CloseRoom();
            case "create_room":
                return new Command.CreateRoom(
                        from.requireString("name"), Wire.strings(from, "invite"), from.requireBool("encrypted"));
            default:
                return decodeInRoom(from, from.requireString(Wire.TYPE));
        }
    }

    private static Command decodeInRoom(JsonObject from, String type) {
        switch (type) {
            case "accept_invite":
                return new Command.AcceptInvite(from.requireString("room"));
            case "decline_invite":
                return new Command.DeclineInvite(from.requireString("room"));
            case "leave_room":
                return new Command.LeaveRoom(from.requireString("room"));
            case "invite_user":
                return new Command.InviteUser(from.requireString("room"), from.requireString("user"));
            case "send_text":
                return new Command.SendText(from.requireString("room"), from.requireString("body"));
            case "retry_message":
                return new Command.RetryMessage(from.requireString("room"), from.requireString("key"));
            case "retry_all":
                return new Command.RetryAll(from.requireString("room"));
            case "discard_message":
                return new Command.DiscardMessage(from.requireString("room"), from.requireString("key"));
            case "read_text":
                return new Command.ReadText(
                        from.requireString("room"), from.requireString("sender"), from.requireString("transfer"));
            case "open_room":
                return new Command.OpenRoom(from.requireString("room"));
            case "load_older":
                return new Command.LoadOlder(from.requireString("room"));
            case "mark_read":
                return new Command.MarkRead(from.requireString("room"), from.requireString("event_id"));
            default:
                throw Wire.unknownType("command");
        }
    }
}
