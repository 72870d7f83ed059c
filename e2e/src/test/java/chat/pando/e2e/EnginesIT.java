package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.engine.EngineStage;
import chat.pando.e2e.engine.Installed;
import chat.pando.lab.Lab;
import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.Hands;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do in tabs, in the engines that are not Chromium. */
@Tag("engines")
class EnginesIT {

    private static final String ROOM = "Three engines";

    @ParameterizedTest
    @EnumSource
    void twoAccountsTalkInFourTabs(Installed engine) throws IOException {
        try (EngineStage stage = EngineStage.on(engine)) {
            List<BrowserTab> tabs = stage.tabsOfTwoPeople(4, ROOM);
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String text = String.format("message %02d", i);
                said.add(text);
                stage.hands(tabs.get(i % 4)).write(ROOM, text, i % 2 == 0);
                stage.awaitWritten(tabs.get(i % 4), text);
            }
            stage.awaitEverywhere(tabs, ROOM, said);
            tabs.get(1).reload();
            stage.awaitEverywhere(tabs, ROOM, said);
            stage.checkLaws();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sixTabsGoOnAtTheNextVersion(Installed engine) throws IOException {
        try (EngineStage stage = EngineStage.on(engine)) {
            List<BrowserTab> tabs = stage.tabsOfTwoPeople(6, ROOM);
            stage.hands(tabs.get(0)).write(ROOM, "before", true);
            stage.awaitEverywhere(tabs, ROOM, List.of("before"));
            stage.deploy(1);
            tabs.get(5).reload();
            List<String> said = new ArrayList<>(List.of("before"));
            for (int i = 0; i < 6; i++) {
                said.add("after " + i);
                stage.hands(tabs.get(i)).write(ROOM, "after " + i, true);
            }
            stage.awaitEverywhere(tabs, ROOM, said);
            stage.checkLaws();
        }
    }

    @ParameterizedTest
    @EnumSource
    void healthSaysHowKeysAreKept(Installed engine) throws IOException {
        try (EngineStage stage = EngineStage.on(engine)) {
            BrowserTab tab = stage.tabsOfTwoPeople(2, ROOM).get(0);
            Hands hands = stage.hands(tab);
            String words = hands.health();
            boolean stored = tab.evaluate("""
                    async () => {
                      for (const {name} of await indexedDB.databases()) {
                        if (name.startsWith('pando/')) {
                          const opening = indexedDB.open(name);
                          const database = await new Promise(done => opening.onsuccess = () => done(opening.result));
                          const all = database.transaction('one_time_keys').objectStore('one_time_keys').getAll();
                          const rows = await new Promise(done => all.onsuccess = () => done(all.result));
                          database.close();
                          return rows.every(row => row.keys.every(key => key.cryptoKey instanceof CryptoKey));
                        }
                      }
                    }""").asBoolean();
            assertTrue(words.contains(stored ? "no script can read them" : "lies in the same storage"), words);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sixtyStepsOfAWalkKeepAllLaws(Installed engine) {
        engine.require();
        assertEquals(0, Lab.run("walk", "--engine", engine.name(), "--seed", "1", "--steps", "60"));
    }
}
