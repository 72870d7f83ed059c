package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.room.Founding;
import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.RoomRequests;
import chat.pando.matrix.UserId;
import chat.pando.protocol.Command;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.CommandRow;
import chat.pando.store.Draft;
import chat.pando.store.RoomRow;
import chat.pando.store.RoomRow.Membership;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The commands that ask the homeserver to change a room or the person's place in it. */
final class RoomCommands {

    /** How long to wait until /sync brings what the server has agreed to. */
    private static final long ECHO_MILLIS = 15_000;

    private final Account account;
    private final BooleanSupplier leaving;

    /** @param leaving whether this core is about to go, so that nothing is waited for any more */
    RoomCommands(Account account, BooleanSupplier leaving) {
        this.account = account;
        this.leaving = leaving;
    }

    JsonObject create(String call, Command.CreateRoom command) {
        Optional<RoomId> before = createdBefore(call);
        if (before.isPresent()) {
            return created(before.get());
        }
        List<UserId> invite = invitees(command.invite());
        invite.forEach(this::requireExists);
        CommandRow begun = new CommandRow(call, account.host().clock().now(), Optional.empty(), invite);
        remember(begun);
        PatientCall request = request();
        Answer answer = request.makeOnce(RoomRequests.create(
                command.name().strip(), invite, command.encrypted(), Founding.content(call)));
        if (answer instanceof Answer.Refused refused && refused.error().status() < 500) {
            remember(begun.withInvited(List.of()));
        }
        RoomId room = roomOf(answer)
                .or(() -> request.inDoubt() ? awaitCreated(call) : Optional.empty())
                .orElseThrow(() -> Refusals.of(answer));
        rememberResult(begun, created(room));
        await(room, row -> row.membership() == Membership.JOIN);
        return created(room);
    }

    private static Optional<RoomId> roomOf(Answer answer) {
        return answer instanceof Answer.Ok ok ? ok.body().string("room_id").flatMap(RoomId::parse) : Optional.empty();
    }

    private PatientCall request() {
        return new PatientCall(account, leaving);
    }

    private static JsonObject created(RoomId room) {
        return JsonObject.builder().put("room_id", room.value()).build();
    }

    /** If the core dies after a command was begun and before it has ended, a repeated one looks for the room. */
    private void remember(CommandRow row) {
        account.jobs().run(draft -> {
            account.tables().commands().put(draft, row);
            return row;
        });
    }

    /** Of those who are invited some may have been seen in the room since. */
    private void rememberResult(CommandRow begun, JsonObject result) {
        account.jobs().run(draft -> {
            CommandRow row = account.tables().commands().of(draft, begun.id()).orElse(begun).withResult(result);
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
                .filter(row -> Founding.isBy(call, row))
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
        Answer answer = request().ask(RoomRequests.profile(user));
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
        RoomId room = known(command.room()).id();
        carryOut(
                RoomRequests.invite(room, user),
                draft -> account.tables().members().get(draft, room, user).isPresent());
        return JsonObject.EMPTY;
    }

    JsonObject accept(Command.AcceptInvite command) {
        RoomId room = known(command.room()).id();
        if (known(command.room()).membership() == Membership.JOIN) {
            return JsonObject.EMPTY;
        }
        carryOut(RoomRequests.join(room), is(room, row -> row.membership() == Membership.JOIN));
        return JsonObject.EMPTY;
    }

    JsonObject leave(String typed) {
        RoomId room = known(typed).id();
        if (known(typed).membership() == Membership.LEAVE) {
            return JsonObject.EMPTY;
        }
        carryOut(RoomRequests.leave(room), is(room, row -> row.membership() == Membership.LEAVE));
        return JsonObject.EMPTY;
    }

    private RoomRow known(String text) {
        return RoomId.parse(text)
                .flatMap(id -> account.jobs().run(draft -> account.tables().rooms().get(draft, id)))
                .orElseThrow(MessageCommands::unknownRoom);
    }

    /**
     * Asks for a change and waits for /sync to bring it, so that who gave the command finds it done. Where an answer was
     * lost, what /sync brings counts, whatever the server says to the same request when it comes again.
     */
    private void carryOut(ApiRequest change, Predicate<Draft> done) {
        PatientCall request = request();
        Answer answer = request.make(change);
        boolean said = answer instanceof Answer.Ok;
        if (!said && !request.inDoubt()) {
            throw Refusals.of(answer);
        }
        boolean seen = account.await(done, ECHO_MILLIS);
        if (!said && !seen) {
            throw Refusals.of(answer);
        }
    }

    private void await(RoomId room, Predicate<RoomRow> condition) {
        account.await(is(room, condition), ECHO_MILLIS);
    }

    private Predicate<Draft> is(RoomId room, Predicate<RoomRow> condition) {
        return draft -> account.tables().rooms().get(draft, room).filter(condition).isPresent();
    }
}
