package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.RoomRequests;
import chat.pando.matrix.UserId;
import chat.pando.protocol.Command;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.CommandRow;
import chat.pando.store.RoomRow;
import chat.pando.store.RoomRow.Membership;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The commands that ask the homeserver to change a room or the person's place in it. */
final class RoomCommands {

    /** How long to wait until /sync brings what the server has agreed to. */
    private static final long ECHO_MILLIS = 15_000;

    /** In a room's create event: which command has created it, so that a repeated one finds it. */
    private static final String CREATED_BY = "chat.pando.command";

    private final Account account;

    RoomCommands(Account account) {
        this.account = account;
    }

    JsonObject create(String call, Command.CreateRoom command) {
        Optional<RoomId> before = createdBefore(call);
        if (before.isPresent()) {
            return created(before.get());
        }
        List<UserId> invite = invitees(command.invite());
        invite.forEach(this::requireExists);
        remember(call, Optional.empty());
        JsonObject creation = JsonObject.builder().put(CREATED_BY, call).build();
        Answer answer = account.api()
                .call(RoomRequests.create(command.name().strip(), invite, command.encrypted(), creation));
        if (!(answer instanceof Answer.Ok ok)) {
            throw Refusals.of(answer);
        }
        RoomId room = ok.body().string("room_id").flatMap(RoomId::parse).orElseThrow(() -> Refusals.of(answer));
        remember(call, Optional.of(created(room)));
        await(room, row -> row.membership() == Membership.JOIN);
        return created(room);
    }

    private static JsonObject created(RoomId room) {
        return JsonObject.builder().put("room_id", room.value()).build();
    }

    /** If the core dies after a command was begun and before it has ended, a repeated one looks for the room. */
    private void remember(String call, Optional<JsonObject> result) {
        CommandRow row = new CommandRow(call, account.host().clock().now(), result);
        account.jobs().run(draft -> {
            account.tables().commands().put(draft, row);
            return row;
        });
    }

    private Optional<RoomId> createdBefore(String call) {
        Optional<CommandRow> begun = account.jobs().run(draft -> account.tables().commands().of(draft, call));
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Optional<RoomId> known = begun.flatMap(CommandRow::result)
                .flatMap(result -> result.string("room_id"))
                .flatMap(RoomId::parse);
        return known.isPresent() ? known : awaitCreated(call);
    }

    private Optional<RoomId> awaitCreated(String call) {
        account.await(draft -> find(call, account.tables().rooms().all(draft)).isPresent(), ECHO_MILLIS);
        return account.jobs().run(draft -> find(call, account.tables().rooms().all(draft)));
    }

    private static Optional<RoomId> find(String call, List<RoomRow> rooms) {
        return rooms.stream()
                .filter(row -> row.state().at("m.room.create").string(CREATED_BY).equals(Optional.of(call)))
                .map(RoomRow::id)
                .findFirst();
    }

    private List<UserId> invitees(List<String> typed) {
        Set<UserId> users = new LinkedHashSet<>();
        for (String text : typed) {
            if (!text.strip().isEmpty()) {
                users.add(invitee(text.strip()));
            }
        }
        return new ArrayList<>(users);
    }

    private UserId invitee(String text) {
        UserId user = UserId.parse(text)
                .orElseThrow(() -> new Rejected(
                        Code.INVALID_INPUT, "“" + text + "” is no user id. One looks like “@name:example.org”."));
        if (user.value().equals(account.userId())) {
            throw new Rejected(Code.INVALID_INPUT, "You are in the room anyway: leave out your own user id.");
        }
        return user;
    }

    /** Where the server can tell that there is no such user, nobody is invited. */
    private void requireExists(UserId user) {
        Answer answer = account.api().call(RoomRequests.profile(user));
        if (answer instanceof Answer.Refused refused && refused.error().status() == 404 && !refused.error().foreign()) {
            throw new Rejected(
                    Code.UNKNOWN_USER, "There is no user “" + user.value() + "”. Check the spelling.");
        }
        if (answer instanceof Answer.Silence) {
            throw Refusals.of(answer);
        }
    }

    JsonObject invite(Command.InviteUser command) {
        UserId user = invitee(command.user().strip());
        requireExists(user);
        require(account.api().call(RoomRequests.invite(known(command.room()).id(), user)));
        return JsonObject.EMPTY;
    }

    JsonObject accept(Command.AcceptInvite command) {
        RoomId room = known(command.room()).id();
        if (known(command.room()).membership() == Membership.JOIN) {
            return JsonObject.EMPTY;
        }
        require(account.api().call(RoomRequests.join(room)));
        await(room, row -> row.membership() == Membership.JOIN);
        return JsonObject.EMPTY;
    }

    JsonObject leave(String typed) {
        RoomId room = known(typed).id();
        if (known(typed).membership() == Membership.LEAVE) {
            return JsonObject.EMPTY;
        }
        require(account.api().call(RoomRequests.leave(room)));
        await(room, row -> row.membership() == Membership.LEAVE);
        return JsonObject.EMPTY;
    }

    private RoomRow known(String text) {
        return RoomId.parse(text)
                .flatMap(id -> account.jobs().run(draft -> account.tables().rooms().get(draft, id)))
                .orElseThrow(MessageCommands::unknownRoom);
    }

    private static void require(Answer answer) {
        if (!(answer instanceof Answer.Ok)) {
            throw Refusals.of(answer);
        }
    }

    /** Waits for /sync to bring it, so that who gave the command finds the room as it asked for it. */
    private void await(RoomId room, Predicate<RoomRow> condition) {
        account.await(
                draft -> account.tables().rooms().get(draft, room).filter(condition).isPresent(), ECHO_MILLIS);
    }
}
