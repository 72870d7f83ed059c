package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.StoredKey;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Law 10: a script that got into the page finds no private key, no token and no message that it could carry away. */
@InTabs
class KeysStayInIT {

    private static final String SECRET = "the nuthatch lands at dawn";

    @Test
    void aScriptInThePageReadsNoKeyNoTokenAndNoMessageFromWhatIsStored(Stage stage) {
        Profile home = stage.profile("home");
        Person alice = stage.person("alice");
        Person bob = stage.person("bob");
        TabPage bobs = home.newTab();
        bobs.createAccount(bob);
        TabPage tab = home.newTab();
        tab.addAccount();
        tab.createAccount(alice);
        tab.createRoom("Grove", bob);
        bobs.acceptInvitation("Grove");
        tab.openRoom("Grove");
        tab.say(SECRET);
        tab.awaitArrived(List.of(SECRET));
        bobs.awaitArrived(List.of(SECRET));
        tab.page().evaluate("() => sessionStorage.clear()"); // a tab's own notes: not what is asked about here

        List<StoredKey> keys = home.storedKeys(tab);
        assertEquals(List.of(), keys.stream().filter(StoredKey::readable).toList());
        Set<String> kinds = keys.stream().map(StoredKey::algorithm).collect(Collectors.toSet());
        assertTrue(kinds.containsAll(Set.of("Ed25519", "X25519", "AES-GCM")), () -> "only " + kinds);
        // Each account has 50, less those that are in use or are being replaced.
        assertTrue(keys.stream().filter(key -> key.store().equals("one_time_keys")).count() > 2 * 40,
                () -> "the one-time keys are not stored as CryptoKeys: there are " + keys.size() + " in all");

        String stored = home.storedText(tab);
        assertTrue(stored.contains(alice.userId()), "the search reads what is stored");
        assertFalse(stored.contains(SECRET), "a message lies open in the browser's storage");
        List<String> tokens = stage.traffic().all().stream()
                .flatMap(exchange -> exchange.request().header("Authorization").stream())
                .map(header -> header.substring("Bearer ".length()))
                .distinct()
                .toList();
        assertFalse(tokens.isEmpty());
        tokens.forEach(token -> assertFalse(stored.contains(token), "a token lies open in the browser's storage"));
    }
}
