package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.relay.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class KeysTest extends RelayTest {

    private static final String COUNT = "/one_time_key_counts/signed_curve25519";

    private Client ann;
    private Client ben;

    @BeforeAll
    void registerUsers() {
        ann = register("ann");
        ben = register("ben");
    }

    @Test
    void deviceKeysAreServedWithTheDevicesName() {
        Client device = logIn(ann);
        device.post(deviceKeys(device, "curve"), "/v3/keys/upload").ok();
        device.put("{'display_name': 'Phone'}", "/v3/devices/{}", device.deviceId()).ok();
        JsonNode keys = query(ben, ann).at("/device_keys").path(ann.userId()).path(device.deviceId());
        assertEquals("curve", keys.path("keys").path("curve25519:" + device.deviceId()).asString());
        assertEquals("Phone", keys.at("/unsigned/device_display_name").asString());
        JsonNode none = ben.post("{'device_keys': {'" + ann.userId() + "': ['OTHER']}}", "/v3/keys/query").ok();
        assertEquals(0, none.path("device_keys").path(ann.userId()).size());
    }

    @Test
    void nobodyUploadsForAnotherDevice() {
        Client other = logIn(ann);
        ann.post(deviceKeys(other, "x"), "/v3/keys/upload").refused(400, "M_INVALID_PARAM");
        ben.post(deviceKeys(ann, "x"), "/v3/keys/upload").refused(400, "M_INVALID_PARAM");
    }

    @Test
    void anIdNamesOneKeyOnly() {
        Client device = logIn(ann);
        String upload = "{'one_time_keys': {'signed_curve25519:AAAAAQ': {'key': '%s'}}}";
        assertEquals(1, device.post(upload.formatted("one"), "/v3/keys/upload").ok().at(COUNT).intValue());
        assertEquals(1, device.post(upload.formatted("one"), "/v3/keys/upload").ok().at(COUNT).intValue());
        String error = device.post(upload.formatted("two"), "/v3/keys/upload").refused(400, "M_UNKNOWN").path("error")
                .asString();
        assertTrue(error.startsWith("One time key signed_curve25519:AAAAAQ already exists"), error);
    }

    @Test
    void anUploadIsAllOrNothing() {
        Client device = logIn(ann);
        device.post("{'one_time_keys': {'signed_curve25519:A': {'key': '1'}}}", "/v3/keys/upload").ok();
        device.post("{'one_time_keys': {'signed_curve25519:0': {'key': '0'}, 'signed_curve25519:A': {'key': 'x'}}}",
                "/v3/keys/upload").refused(400, "M_UNKNOWN");
        assertEquals(1, device.post("{}", "/v3/keys/upload").ok().at(COUNT).intValue());
    }

    @Test
    void keysAreClaimedInTheOrderTheyCame() {
        Client device = logIn(ann);
        device.post("{'one_time_keys': {'signed_curve25519:B': {'key': '2'}, 'signed_curve25519:A': {'key': '1'}}}",
                "/v3/keys/upload").ok();
        device.post("{'one_time_keys': {'signed_curve25519:0': {'key': '3'}}}", "/v3/keys/upload").ok();
        assertEquals("1", claim(ben, device).iterator().next().path("key").asString());
        assertEquals("2", claim(ben, device).iterator().next().path("key").asString());
        assertEquals("3", claim(ben, device).iterator().next().path("key").asString());
        assertTrue(claim(ben, device).isMissingNode());
    }

    @Test
    void theFallbackKeyIsHandedOutWhenNoOtherIsLeft() {
        Client device = logIn(ann);
        String fallback = "{'fallback_keys': {'signed_curve25519:%s': {'key': 'f', 'fallback': true}}}";
        device.post(fallback.formatted("F1"), "/v3/keys/upload").ok();
        assertEquals("signed_curve25519", device.sync().at("/device_unused_fallback_key_types/0").asString());
        assertTrue(claim(ben, device).has("signed_curve25519:F1"));
        assertTrue(claim(ben, device).has("signed_curve25519:F1"));
        assertEquals(0, device.sync().path("device_unused_fallback_key_types").size());
        device.post(fallback.formatted("F1"), "/v3/keys/upload").ok();
        assertEquals(0, device.sync().path("device_unused_fallback_key_types").size());
        device.post(fallback.formatted("F2"), "/v3/keys/upload").ok();
        assertEquals(1, device.sync().path("device_unused_fallback_key_types").size());
    }

    @Test
    void aHundredClaimsAtOnceNeverGetTheSameKey() {
        Client device = logIn(ann);
        ObjectNode keys = Json.object();
        for (int i = 0; i < 60; i++) {
            keys.withObjectProperty("one_time_keys").putObject("signed_curve25519:K%03d".formatted(i)).put("key", i);
        }
        device.post(Json.text(keys), "/v3/keys/upload").ok();
        List<CompletableFuture<Answer>> claims = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            claims.add(ben.postLater(claimBody(device), "/v3/keys/claim"));
        }
        Set<String> claimed = new HashSet<>();
        int empty = 0;
        for (CompletableFuture<Answer> claim : claims) {
            JsonNode key = claim.join().ok().at("/one_time_keys").path(device.userId()).path(device.deviceId());
            if (key.isMissingNode()) {
                empty++;
            } else {
                assertTrue(claimed.add(key.propertyNames().iterator().next()), "a key was handed out twice");
            }
        }
        assertEquals(60, claimed.size());
        assertEquals(40, empty);
    }

    @Test
    void thoseWhoShareARoomLearnOfChangedKeys() {
        Client carl = register("carl");
        Client dora = register("dora");
        String room = carl.createRoom("{'preset': 'public_chat'}");
        ObjectNode alone = carl.sync();
        dora.join(room);
        ObjectNode together = carl.syncSince(alone);
        assertEquals(List.of(dora.userId()), names(together.at("/device_lists/changed")));
        dora.post(deviceKeys(dora, "first"), "/v3/keys/upload").ok();
        ObjectNode uploaded = carl.syncSince(together);
        assertEquals(List.of(dora.userId()), names(uploaded.at("/device_lists/changed")));
        dora.post(deviceKeys(dora, "first"), "/v3/keys/upload").ok();
        ObjectNode same = carl.syncSince(uploaded);
        assertEquals(0, same.at("/device_lists/changed").size());
        Client second = logIn(dora);
        second.post(deviceKeys(second, "second"), "/v3/keys/upload").ok();
        second.post("{}", "/v3/logout").ok();
        ObjectNode after = carl.syncSince(same);
        assertEquals(List.of(dora.userId()), names(after.at("/device_lists/changed")));
        JsonNode changes = carl.get("/v3/keys/changes?from={}&to={}", together.path("next_batch").asString(),
                after.path("next_batch").asString()).ok();
        assertEquals(List.of(dora.userId()), names(changes.path("changed")));
        dora.post("{}", "/v3/rooms/{}/leave", room).ok();
        ObjectNode left = carl.syncSince(after);
        assertEquals(List.of(dora.userId()), names(left.at("/device_lists/left")));
        dora.put("{'display_name': 'x'}", "/v3/devices/{}", dora.deviceId()).ok();
        assertEquals(0, carl.syncSince(left).at("/device_lists/changed").size());
    }

    @Test
    void aDisplayNameIsNoNewMember() {
        Client carl = register("carl2");
        Client dora = register("dora2");
        String room = carl.createRoom("{'preset': 'public_chat'}");
        dora.join(room);
        ObjectNode before = carl.sync();
        dora.put("{'displayname': 'Dora!'}", "/v3/profile/{}/displayname", dora.userId()).ok();
        ObjectNode after = carl.syncSince(before);
        assertTrue(after.at("/rooms/join").has(room));
        assertEquals(0, after.at("/device_lists/changed").size());
    }

    @Test
    void crossSigningKeysAndSignaturesAreServed() {
        Client carl = register("carl3");
        carl.post(deviceKeys(carl, "c"), "/v3/keys/upload").ok();
        carl.post(crossSigning(carl, "M1"), "/v3/keys/device_signing/upload").ok();
        carl.post(crossSigning(carl, "M1"), "/v3/keys/device_signing/upload").ok();
        assertEquals(401, carl.post(crossSigning(carl, "M2"), "/v3/keys/device_signing/upload").status());
        JsonNode own = query(carl, carl);
        assertTrue(own.path("user_signing_keys").has(carl.userId()));
        JsonNode others = query(ben, carl);
        assertTrue(others.path("master_keys").has(carl.userId()));
        assertFalse(others.path("user_signing_keys").has(carl.userId()));
        ObjectNode failures = carl.post("{'" + carl.userId() + "': {'" + carl.deviceId() + "': {'signatures': {'"
                + carl.userId() + "': {'ed25519:S': 'sig'}}}, 'NONE': {'signatures': {}}}}",
                "/v3/keys/signatures/upload").ok();
        assertEquals(1, failures.path("failures").path(carl.userId()).size());
        assertEquals("sig", query(ben, carl).at("/device_keys").path(carl.userId()).path(carl.deviceId())
                .path("signatures").path(carl.userId()).path("ed25519:S").asString());
        ben.post("{'" + carl.userId() + "': {'M1': {'signatures': {'" + ben.userId() + "': {'ed25519:U': 'mine'}}}}}",
                "/v3/keys/signatures/upload").ok();
        assertTrue(query(ben, carl).at("/master_keys").path(carl.userId()).path("signatures").has(ben.userId()));
        assertFalse(query(ann, carl).at("/master_keys").path(carl.userId()).path("signatures").has(ben.userId()));
    }

    private static String crossSigning(Client user, String master) {
        String key = "{'user_id': '" + user.userId() + "', 'usage': ['%s'], 'keys': {'ed25519:%s': '%s'}}";
        return "{'master_key': " + key.formatted("master", master, master)
                + ", 'self_signing_key': " + key.formatted("self_signing", "S", "S")
                + ", 'user_signing_key': " + key.formatted("user_signing", "U", "U") + "}";
    }

    private static ObjectNode query(Client asker, Client about) {
        return asker.post("{'device_keys': {'" + about.userId() + "': []}}", "/v3/keys/query").ok();
    }

    private static String claimBody(Client device) {
        return "{'one_time_keys': {'" + device.userId() + "': {'" + device.deviceId() + "': 'signed_curve25519'}}}";
    }

    private static JsonNode claim(Client who, Client device) {
        return who.post(claimBody(device), "/v3/keys/claim").ok().at("/one_time_keys").path(device.userId())
                .path(device.deviceId());
    }

    private static String deviceKeys(Client device, String curve) {
        return "{'device_keys': {'user_id': '" + device.userId() + "', 'device_id': '" + device.deviceId()
                + "', 'algorithms': ['m.olm.v1.curve25519-aes-sha2'], 'keys': {'curve25519:" + device.deviceId()
                + "': '" + curve + "'}, 'signatures': {}}}";
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
