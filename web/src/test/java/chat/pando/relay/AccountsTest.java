package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.relay.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class AccountsTest extends RelayTest {

    @Test
    void registrationAsksForTheDummyStageFirst() {
        Answer first = nobody.post("{'username': 'ann', 'password': 'secret'}", "/v3/register");
        assertEquals(401, first.status());
        ObjectNode challenge = Json.stored(first.text());
        assertEquals("m.login.dummy", challenge.at("/flows/0/stages/0").asString());
        String session = challenge.path("session").asString();
        ObjectNode account = nobody.post("{'username': 'ann', 'password': 'secret', 'device_id': 'DEV', "
                + "'auth': {'type': 'm.login.dummy', 'session': '" + session + "'}}", "/v3/register").ok();
        assertEquals("@ann:localhost", account.path("user_id").asString());
        assertEquals("DEV", account.path("device_id").asString());
        nobody.as(account).get("/v3/account/whoami").ok();
    }

    @Test
    void anUnknownSessionIsRefused() {
        nobody.post("{'username': 'zoe', 'password': 'p', 'auth': {'type': 'm.login.dummy', 'session': 'made-up'}}",
                "/v3/register").refused(400, "M_UNKNOWN");
    }

    @Test
    void aNameIsTakenOnce() {
        register("ben");
        nobody.post("{'username': 'ben', 'password': 'p'}", "/v3/register").refused(400, "M_USER_IN_USE");
        nobody.get("/v3/register/available?username=ben").refused(400, "M_USER_IN_USE");
        assertTrue(nobody.get("/v3/register/available?username=free").ok().path("available").booleanValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "ümlaut", "a:b", "@x", ""})
    void aMalformedNameIsRefused(String name) {
        nobody.post("{'username': '" + name + "', 'password': 'p', 'auth': {'type': 'm.login.dummy'}}", "/v3/register")
                .refused(400, "M_INVALID_USERNAME");
    }

    @Test
    void anAccountCanBeMadeWithoutSigningIn() {
        ObjectNode account = nobody.post("{'username': 'quiet', 'password': 'p', 'inhibit_login': true, "
                + "'auth': {'type': 'm.login.dummy'}}", "/v3/register").ok();
        assertFalse(account.has("access_token"));
        assertEquals("@quiet:localhost", account.path("user_id").asString());
    }

    @Test
    void signingInNeedsTheRightPassword() {
        register("carl");
        String login = "{'type': 'm.login.password', 'identifier': {'type': 'm.id.user', 'user': '%s'}, "
                + "'password': '%s'}";
        nobody.post(login.formatted("carl", "wrong"), "/v3/login").refused(403, "M_FORBIDDEN");
        nobody.post(login.formatted("nobody", "secret"), "/v3/login").refused(403, "M_FORBIDDEN");
        nobody.post(login.formatted("@carl:elsewhere", "secret"), "/v3/login").refused(403, "M_FORBIDDEN");
        nobody.post(login.formatted("@carl:localhost", "secret"), "/v3/login").ok();
        nobody.post("{'type': 'm.login.password', 'user': 'carl', 'password': 'secret'}", "/v3/login").ok();
        nobody.post("{'type': 'm.login.magic'}", "/v3/login").refused(400, "M_UNKNOWN");
        assertEquals("m.login.password", nobody.get("/v3/login").ok().at("/flows/0/type").asString());
    }

    @Test
    void signingInAgainOnADeviceEndsItsOldToken() {
        Client first = register("dora");
        ObjectNode again = nobody.post("{'type': 'm.login.password', 'user': 'dora', 'password': 'secret', "
                + "'device_id': '" + first.deviceId() + "'}", "/v3/login").ok();
        first.get("/v3/account/whoami").refused(401, "M_UNKNOWN_TOKEN");
        assertEquals(1, nobody.as(again).get("/v3/devices").ok().path("devices").size());
    }

    @Test
    void tokensAreAskedForAndChecked() {
        nobody.get("/v3/account/whoami").refused(401, "M_MISSING_TOKEN");
        nobody.as(Json.object().put("access_token", "made-up")).get("/v3/account/whoami")
                .refused(401, "M_UNKNOWN_TOKEN");
    }

    @Test
    void signingOutEndsTheDevice() {
        Client phone = register("eva");
        Client laptop = logIn(phone);
        phone.post("{}", "/v3/logout").ok();
        phone.get("/v3/account/whoami").refused(401, "M_UNKNOWN_TOKEN");
        assertEquals(1, laptop.get("/v3/devices").ok().path("devices").size());
        Client tablet = logIn(laptop);
        tablet.post("{}", "/v3/logout/all").ok();
        laptop.get("/v3/account/whoami").refused(401, "M_UNKNOWN_TOKEN");
    }

    @Test
    void aRefreshTokenStaysGoodUntilItsSuccessorIsUsed() {
        ObjectNode login = nobody.post("{'username': 'fred', 'password': 'p', 'refresh_token': true, "
                + "'auth': {'type': 'm.login.dummy'}}", "/v3/register").ok();
        assertTrue(login.path("expires_in_ms").longValue() > 0);
        String refresh = "{'refresh_token': '" + login.path("refresh_token").asString() + "'}";
        nobody.post(refresh, "/v3/refresh").ok();
        ObjectNode second = nobody.post(refresh, "/v3/refresh").ok();
        assertNotEquals(login.path("access_token"), second.path("access_token"));
        nobody.as(login).get("/v3/account/whoami").ok();
        nobody.as(second).get("/v3/account/whoami").ok();
        nobody.as(login).get("/v3/account/whoami").refused(401, "M_UNKNOWN_TOKEN");
        nobody.post(refresh, "/v3/refresh").refused(401, "M_UNKNOWN_TOKEN");
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndSignsOthersOut() {
        Client here = register("gina");
        Client there = logIn(here);
        String change = "{'new_password': 'better', 'auth': {'type': 'm.login.password', 'password': '%s', "
                + "'identifier': {'type': 'm.id.user', 'user': 'gina'}}}";
        assertEquals(401, here.post("{'new_password': 'better'}", "/v3/account/password").status());
        here.post(change.formatted("wrong"), "/v3/account/password").refused(401, "M_FORBIDDEN");
        here.post(change.formatted("secret"), "/v3/account/password").ok();
        here.get("/v3/account/whoami").ok();
        there.get("/v3/account/whoami").refused(401, "M_UNKNOWN_TOKEN");
    }

    @Test
    void devicesAreNamedAndDeleted() {
        Client user = register("hugo");
        Client other = logIn(user);
        user.put("{'display_name': 'Desk'}", "/v3/devices/{}", other.deviceId()).ok();
        assertEquals("Desk", user.get("/v3/devices/{}", other.deviceId()).ok().path("display_name").asString());
        user.get("/v3/devices/NONE").refused(404, "M_NOT_FOUND");
        assertEquals(401, user.delete("{}", "/v3/devices/{}", other.deviceId()).status());
        user.post("{'devices': ['" + other.deviceId() + "'], 'auth': {'type': 'm.login.password', "
                + "'identifier': {'type': 'm.id.user', 'user': 'hugo'}, 'password': 'secret'}}", "/v3/delete_devices")
                .ok();
        other.get("/v3/account/whoami").refused(401, "M_UNKNOWN_TOKEN");
    }

    @Test
    void guestsAreNotWelcome() {
        nobody.post("{}", "/v3/register?kind=guest").refused(403, "M_GUEST_ACCESS_FORBIDDEN");
    }
}
