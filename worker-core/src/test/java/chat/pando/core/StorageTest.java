package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.HttpRequest;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;
import chat.pando.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a browser can do to stored data is told, survived, and never mistaken for a new beginning. */
class StorageTest {

    private static final Command SIGN_IN = new Command.SignIn(FakeHomeserver.URL, "alice", "secret");
    private static final Command SEND = new Command.SendText(FakeHomeserver.ROOM, "hello");

    private final FakeHomeserver server = new FakeHomeserver(true);
    private final List<String> logins = Collections.synchronizedList(new ArrayList<>());
    private final Profile profile = new Profile(server, Optional.empty());
    private TestTab tab;

    @BeforeEach
    void signIn() {
        server.faults(this::noteLogin);
        tab = SignedIn.tab(profile);
        server.await("keys", homeserver -> homeserver.keyUploads().size() == 1);
    }

    private Optional<FakeHomeserver.Fault> noteLogin(HttpRequest request) {
        if (request.url().endsWith("/login")) {
            request.body().ifPresent(logins::add);
        }
        return Optional.empty();
    }

    @AfterEach
    void stop() {
        profile.stop();
    }

    @Test
    void dataThatAreEvictedUnderTheCoreAreALostDevice() {
        profile.accounts.evict(FakeHomeserver.ME);
        server.somebodySays("can't be stored");
        tab.await("the loss", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        assertEquals(Problem.Code.STORAGE_LOST, problem().code());
        becomesANewDevice();
    }

    @Test
    void dataThatWereEvictedBetweenTwoCoresAreALostDevice() {
        profile.accounts.evict(FakeHomeserver.ME);
        profile.restart();
        tab = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        tab.await("the loss", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        assertEquals(Problem.Code.STORAGE_LOST, problem().code());
        assertEquals(Problem.Code.STORAGE_LOST, tab.refused(SEND).code());
        becomesANewDevice();
    }

    @Test
    void whereEverythingIsGoneTheTabIsToldThatThereIsNoAccount() {
        profile.accounts.delete(FakeHomeserver.ME);
        profile.restart();
        tab = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        assertTrue(tab.accounts().isEmpty());
        assertEquals(Problem.Code.SIGNED_OUT, tab.refused(SEND).code());
        becomesANewDevice();
    }

    @Test
    void aLostAccountCanBeSignedOutOf() {
        profile.accounts.evict(FakeHomeserver.ME);
        profile.restart();
        tab = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        tab.await("the loss", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        tab.ask(new Command.SignOut());
        assertTrue(profile.accounts.list().isEmpty());
    }

    /** Another device, with other keys: nothing of the lost one is used again. */
    private void becomesANewDevice() {
        tab.ask(SIGN_IN);
        tab.hello(Optional.of(FakeHomeserver.ME));
        tab.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
        server.await("new keys", homeserver -> homeserver.keyUploads().size() == 2);
        assertEquals(1, profile.accounts.list().size());
        assertEquals(2, logins.size());
        assertTrue(logins.stream().noneMatch(body -> body.contains("device_id")));
    }

    @Test
    void dataOfANewerVersionAreRefusedKindlyAndLeftAlone() {
        tab.open(FakeHomeserver.ROOM);
        tab.ask(SEND);
        tab.await("the message", t -> t.texts().equals(List.of("hello")));
        profile.accounts.obstruct(Optional.of(StoreException.Newer::new));
        profile.restart();
        tab = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        tab.await("a reason", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        assertEquals(Problem.Code.STORAGE_NEWER, problem().code());
        assertEquals(Problem.Code.STORAGE_NEWER, tab.refused(SEND).code());
        assertEquals(Problem.Code.STORAGE_NEWER, tab.refused(new Command.SignOut()).code());
        assertEquals(Problem.Code.ALREADY_SIGNED_IN, tab.refused(SIGN_IN).code());
        profile.accounts.obstruct(Optional.empty());
        profile.restart();
        tab = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        tab.await("the account", t -> t.summary(FakeHomeserver.ROOM).isPresent());
        tab.open(FakeHomeserver.ROOM);
        assertEquals(List.of("hello"), tab.texts());
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(Problem.Code.CORE_LOST, (Supplier<StoreException>) StoreException.Held::new),
                Arguments.of(Problem.Code.STORAGE_FULL, (Supplier<StoreException>) StoreException.QuotaExceeded::new),
                Arguments.of(
                        Problem.Code.INTERNAL,
                        (Supplier<StoreException>) () -> new StoreException.Failed("UnknownError")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsToldAndTriedAgain(Problem.Code code, Supplier<StoreException> obstacle) {
        profile.accounts.obstruct(Optional.of(obstacle));
        profile.restart();
        tab = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        tab.await("a reason", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        assertEquals(code, problem().code());
        assertEquals(code, tab.refused(SEND).code());
        profile.accounts.obstruct(Optional.empty());
        tab.await("the account", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
        assertEquals(1, server.keyUploads().size());
    }

    private Problem problem() {
        return tab.connection().flatMap(Connection::problem).orElseThrow();
    }
}
