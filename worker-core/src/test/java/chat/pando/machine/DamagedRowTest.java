package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Law 11: a damaged row is survived, and what depends on it heals. */
class DamagedRowTest {

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");

    private void damage(Table table, String body) {
        alice.does(draft -> draft.scan(table, KeyRange.all())
                .forEach(row -> draft.put(table, new Row(row.key(), body, row.keys()))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Table.class,
            names = {
                "ONE_TIME_KEYS", "OLM_SESSIONS", "OLM_TROUBLES", "OLM_HASHES", "INBOUND_GROUP_SESSIONS",
                "OUTBOUND_GROUP_SESSIONS", "ROOM_KEY_SHARES", "WITHHELD_KEYS", "MEGOLM_INDICES", "DEVICES",
                "TRACKED_USERS", "REQUESTS"
            })
    void law11WhateverTableIsDamagedTheConversationGoesOn(Table table) {
        world.meet(alice, bob);
        alice.say(World.ROOM, "before, from alice");
        world.sync(bob);
        bob.say(World.ROOM, "before, from bob");
        world.sync(alice);
        alice.write(World.ROOM, "under way");
        alice.push();
        for (String body : List.of("no JSON", "[]", "{}", "{\"sessions\":7}")) {
            damage(table, body);
            alice.restart();
            world.sync(alice, bob, alice, bob);
        }
        world.server.listChanged(bob.user());
        world.sync(alice, bob);
        alice.say(World.ROOM, "after, from alice");
        world.sync(bob, alice);
        bob.rotateAfter(1);
        bob.say(World.ROOM, "after, from bob");
        for (int round = 0; round < 3; round++) {
            world.sync(alice, bob);
            world.clock.advance(World.HOUR);
        }
        assertTrue(bob.texts().contains("after, from alice"));
        assertTrue(alice.texts().contains("after, from bob"));
    }

    @Test
    void law4ADamagedUploadStateNeverUsesAnIdAgain() {
        alice.does(draft -> draft.put(Table.META, new Row("e2ee/uploads", "?")));
        world.server.dropOneTimeKeys(alice.user(), alice.device());
        world.sync(alice, alice);
        assertEquals(50, world.server.oneTimeKeys(alice.user(), alice.device()));
        JsonObject keys = world.server.deviceKeys(alice.user(), alice.device());
        assertEquals(alice.machine().fingerprint(), keys.at("keys").requireString("ed25519:A1"));
    }
}
