package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorsTest extends RelayTest {

    private static final List<String> PARTS = List.of("x", "!x:localhost", "@ann:localhost", "#a:localhost",
            "m.room.power_levels", "*", "%", "a/b", "0", "p1_x", "\uD83D\uDE00", "\n");

    private Client ann;
    private String room;

    @BeforeAll
    void makeRoom() {
        ann = register("ann");
        room = ann.createRoom("{}");
    }

    @Test
    void whatIsUnknownIsSaidToBe() {
        for (String accept : List.of("*/*", "application/json", "text/html")) {
            ann.send(ann.request("/v3/nothing").header("Accept", accept).GET()).refused(404, "M_UNRECOGNIZED");
            ann.send(ann.request("/v3/sync").header("Accept", accept).DELETE()).refused(405, "M_UNRECOGNIZED");
        }
        nobody.get("//_matrix/federation/v1/version").refused(404, "M_UNRECOGNIZED");
    }

    @Test
    void anyPageMayAsk() {
        Answer preflight = nobody.method("OPTIONS", "/v3/sync");
        assertEquals(204, preflight.status());
        assertTrue(preflight.header("Access-Control-Allow-Headers").contains("Authorization"));
        for (Answer answer : List.of(preflight, nobody.get("/versions"), nobody.get("/v3/sync"),
                nobody.get("/v3/nothing"), nobody.get("//.well-known/matrix/client"))) {
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        }
    }

    @Test
    void bodiesMustBeJsonObjects() {
        ann.post("{", "/v3/createRoom").refused(400, "M_NOT_JSON");
        ann.post("{} {}", "/v3/createRoom").refused(400, "M_NOT_JSON");
        ann.post("[]", "/v3/createRoom").refused(400, "M_BAD_JSON");
        ann.post("", "/v3/keys/query").refused(400, "M_NOT_JSON");
        ann.post("{'name': 7}", "/v3/createRoom").refused(400, "M_BAD_JSON");
    }

    @Test
    void anEventHasItsLimits() {
        String path = "/v3/rooms/{}/send/m.room.message/{}";
        ann.put("{'body': '" + "x".repeat(65_000) + "'}", path, room, "ok").ok();
        ann.put("{'body': '" + "x".repeat(65_536) + "'}", path, room, "big").refused(413, "M_TOO_LARGE");
        ann.put("{'body': '" + "é".repeat(32_700) + "'}", path, room, "wide").refused(413, "M_TOO_LARGE");
        ann.put("{}", "/v3/rooms/{}/send/{}/t", room, "t".repeat(256)).refused(413, "M_TOO_LARGE");
        ann.put("{'n': 1.5}", path, room, "float").refused(400, "M_BAD_JSON");
        ann.put("{'n': 9007199254740992}", path, room, "long").refused(400, "M_BAD_JSON");
        ann.put("{'n': -9007199254740991}", path, room, "fits").ok();
        ann.put("{'n': 1e999999999}", path, room, "exponent").refused(400, "M_BAD_JSON");
        ann.put("{'a':".repeat(400) + "1" + "}".repeat(400), path, room, "deep").refused(400, "M_BAD_JSON");
        ann.put("{'text': 'a\\u0000b\\ud800'}", path, room, "odd").ok();
    }

    @Test
    void aBodyThatNobodyNeedsCostsNoOtherRequest() throws IOException {
        int length = 8 << 20; // more than any buffer on the way takes in
        try (Socket connection = new Socket("localhost", relay.port())) {
            OutputStream out = connection.getOutputStream();
            out.write(versions("Content-Length: " + length + "\r\n"));
            out.write(new byte[length]);
            out.write(versions("Connection: close\r\n"));
            String answers = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2, answers.split("HTTP/1.1 200 OK", -1).length - 1);
        }
    }

    private static byte[] versions(String headers) {
        String request = "GET /_matrix/client/versions HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void textThatCannotBeStoredIsRefused() {
        ann.post("{'device_keys': {'@a\\u0000:b': []}}", "/v3/keys/query").refused(400, "M_INVALID_PARAM");
        ann.post("{'initial_state': [{'type': 't\\u0000', 'content': {}}]}", "/v3/createRoom")
                .refused(400, "M_INVALID_PARAM");
        ann.get("/v3/profile/{}", "@a\0:localhost").refused(400, "M_UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noInputIsAnInternalError(String request) {
        String[] parts = request.split(" ");
        String path = (parts[1] + (parts[1].contains("?") ? "" : "?version=1&from={x}")).replaceAll("\\{\\w+}", "{}");
        for (String part : PARTS) {
            send(parts[0], "{}", path, part);
        }
        if (!parts[0].equals("GET")) {
            bodies().forEach(body -> List.of(room, ann.userId()).forEach(part -> send(parts[0], body, path, part)));
        }
    }

    private void send(String method, String body, String path, String part) {
        Object[] fillers = Stream.generate(() -> part).limit(6).toArray();
        Answer answer = switch (method) {
            case "GET" -> ann.get(path, fillers);
            case "PUT" -> ann.put(body, path, fillers);
            case "DELETE" -> ann.delete(body, path, fillers);
            default -> ann.post(body, path, fillers);
        };
        assertTrue(answer.status() < 500, () -> method + " " + path + " " + part + " " + body + ": " + answer.text());
    }

    static Stream<String> requests() {
        List<String> all = new ArrayList<>(List.of("POST /v3/register", "POST /v3/login", "POST /v3/refresh",
                "GET /v3/sync?since={x}&filter={x}&full_state={x}", "POST /v3/createRoom", "POST /v3/join/{x}",
                "GET /v3/publicRooms?limit={x}&since={x}", "POST /v3/publicRooms", "POST /v3/user_directory/search",
                "GET /v3/profile/{x}", "PUT /v3/profile/{x}/{x}", "GET /v3/directory/room/{x}",
                "PUT /v3/directory/room/{x}", "DELETE /v3/directory/room/{x}", "PUT /v3/directory/list/room/{x}",
                "POST /v3/keys/upload", "POST /v3/keys/query", "POST /v3/keys/claim",
                "GET /v3/keys/changes?from={x}&to={x}",
                "POST /v3/keys/device_signing/upload", "POST /v3/keys/signatures/upload",
                "PUT /v3/sendToDevice/{x}/{x}", "POST /v3/room_keys/version", "PUT /v3/room_keys/version/{x}",
                "PUT /v3/room_keys/keys", "PUT /v3/room_keys/keys/{x}", "GET /v3/room_keys/keys/{x}/{x}",
                "PUT /v3/pushrules/global/{x}/{x}", "PUT /v3/pushrules/global/content/{x}",
                "PUT /v3/pushrules/global/override/{x}/enabled", "GET /v3/devices/{x}", "PUT /v3/devices/{x}",
                "POST /v3/delete_devices", "DELETE /v3/devices/{x}", "POST /v3/account/password",
                "GET /v1/media/download/{x}/{x}", "GET /v3/user/{x}/filter/{x}",
                "POST /v3/user/@ann:localhost/filter"));
        for (String action : List.of("join", "leave", "forget", "invite", "kick", "ban", "unban", "read_markers",
                "receipt/{x}/{x}")) {
            all.add("POST /v3/rooms/{x}/" + action);
        }
        for (String part : List.of("state", "state/{x}", "state/{x}/{x}", "members?at={x}", "messages?dir=b&from={x}",
                "messages?dir=f&limit={x}&filter={x}", "context/{x}?limit={x}", "event/{x}", "aliases")) {
            all.add("GET /v3/rooms/{x}/" + part);
        }
        all.addAll(List.of("GET /v1/rooms/{x}/relations/{x}", "GET /v1/rooms/{x}/relations/{x}/{x}/{x}",
                "GET /v1/rooms/{x}/threads?limit={x}"));
        for (String part : List.of("state/{x}", "state/{x}/{x}", "send/{x}/{x}", "redact/{x}/{x}", "typing/{x}")) {
            all.add("PUT /v3/rooms/{x}/" + part);
        }
        return all.stream();
    }

    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>(List.of("", "{}", "[]", "null", "{'a'"));
        for (String value : List.of("null", "1", "'x'", "[]", "[1]", "[{}]", "{}", "{'x': 1}", "{'x': {'x': 1}}",
                "{'x': {'x': {'x': []}}}")) {
            StringBuilder body = new StringBuilder("{'auth': {'type': 'm.login.dummy'}");
            for (String field : List.of("username", "password", "user_id", "user", "identifier", "device_id",
                    "messages", "device_keys", "one_time_keys", "fallback_keys", "rooms", "algorithm", "auth_data",
                    "initial_state",
                    "invite", "power_level_content_override", "creation_content", "master_key", "filter", "limit",
                    "search_term", "room_id", "typing", "timeout", "enabled", "actions", "pattern", "conditions",
                    "devices", "users", "events", "membership", "x", "room", "room_version", "m.read", "thread_id")) {
                body.append(", '").append(field).append("': ").append(value);
            }
            bodies.add(body + "}");
        }
        return bodies;
    }
}
