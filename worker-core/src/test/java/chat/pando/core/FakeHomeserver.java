package chat.pando.core;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.jvm.NanoJson;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A homeserver of one person and one room, in memory, behind the port of HTTP: it does what tests script and remembers
 * what was asked of it.
 */
final class FakeHomeserver implements Http {

    private static final long PATIENCE_MILLIS = 30_000;

    static final String ME = "@alice:fake";
    private static final String BOB = "@bob:fake";
    static final String ROOM = "!room:fake";
    static final String URL = "http://fake";

    /** What a request meets instead of an ordinary answer. */
    sealed interface Fault {

        /** An answer of the test's own; the request is not carried out. */
        record Says(int status, String body) implements Fault {}

        /** A refusal with an error code of the specification. */
        static Fault refusal(int status, String code) {
            return new Says(status, "{\"errcode\":\"" + code + "\",\"error\":\"\"}");
        }

        /** No connection; the request is not carried out. */
        record Unreachable() implements Fault {}

        /** The request is carried out, but its answer is lost. */
        record AnswerLost() implements Fault {}

        /** The request is carried out once the test lets it. */
        record Waits(Doorway doorway) implements Fault {}
    }

    private final NanoJson json = new NanoJson();
    private final FakeRoom room = new FakeRoom();
    private final Map<String, List<String>> bodies = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> keyUploads = new LinkedHashSet<>();
    private final boolean encrypted;
    private Function<HttpRequest, Optional<Fault>> faults = request -> Optional.empty();
    private JsonObject deviceKeys = JsonObject.EMPTY;
    private int polls;
    private int mostPolls;
    private int tokens = 1;
    private String validToken = "token-1";

    FakeHomeserver(boolean encrypted) {
        this.encrypted = encrypted;
        room.state(ME, "m.room.create", "", JsonObject.builder().put("creator", ME).build());
        room.state(ME, "m.room.member", ME, JsonObject.builder().put("membership", "join").build());
        room.state(ME, "m.room.name", "", JsonObject.builder().put("name", "Room").build());
        if (encrypted) {
            JsonObject megolm = JsonObject.builder().put("algorithm", "m.megolm.v1.aes-sha2").build();
            room.state(ME, "m.room.encryption", "", megolm);
        }
    }

    synchronized void faults(Function<HttpRequest, Optional<Fault>> now) {
        faults = now;
    }

    /** Lets each request that this holds of meet a fault. */
    void fault(Predicate<HttpRequest> which, Fault fault) {
        faults(request -> which.test(request) ? Optional.of(fault) : Optional.empty());
    }

    /** Ends all faults. */
    void mend() {
        faults(request -> Optional.empty());
    }

    /** Lets requests whose path contains this wait at a doorway. */
    Doorway doorway(String part) {
        Doorway doorway = new Doorway();
        fault(request -> request.url().contains(part), new Fault.Waits(doorway));
        return doorway;
    }

    /** Whether it sends a message, or a part of one. */
    static boolean isSend(HttpRequest request) {
        return request.url().contains("/send/");
    }

    synchronized void timelineLimit(int limit) {
        room.timelineLimit(limit);
    }

    /** Whether /sync tells a device the transaction ids of what it has sent. */
    synchronized void tellsTransactions(boolean tells) {
        room.tellsTransactions(tells);
    }

    /** Makes the access token invalid; a refresh gives the next one. */
    synchronized void expireToken() {
        tokens++;
        validToken = "token-" + tokens;
        notifyAll();
    }

    /** Somebody else writes. */
    synchronized void somebodySays(String text) {
        somebodySends(JsonObject.builder().put("msgtype", "m.text").put("body", text).build());
    }

    /** Somebody else sends a message of this content. Answers its id. */
    synchronized String somebodySends(JsonObject content) {
        String id = room.message(BOB, "m.room.message", content);
        notifyAll();
        return id;
    }

    /** Somebody removes an event. */
    synchronized void somebodyRedacts(String event) {
        room.redact(event);
        room.message(BOB, "m.room.redaction", redaction(event));
        notifyAll();
    }

    /** The events that hold a message still, in order. */
    synchronized List<JsonObject> messageEvents() {
        return room.events().stream()
                .filter(event -> !event.has("state_key") && event.at("content").has("msgtype")
                        || event.at("content").has("ciphertext"))
                .toList();
    }

    /** Every message that the room holds, in order: its text, or its ciphertext. */
    synchronized List<String> messages() {
        return room.events().stream()
                .filter(event -> !event.has("state_key"))
                .map(event -> event.at("content"))
                .map(content -> content.string("body").or(() -> content.string("ciphertext")).orElse(""))
                .toList();
    }

    /** The bodies that were sent under each transaction id, one for each attempt. */
    synchronized Map<String, List<String>> bodies() {
        return new LinkedHashMap<>(bodies);
    }

    /** How many requests had a path that contains this. */
    synchronized long asked(String part) {
        return asked.stream().filter(path -> path.contains(part)).count();
    }

    /** The different bodies that were uploaded as keys, however often each was. */
    synchronized Set<String> keyUploads() {
        return Set.copyOf(keyUploads);
    }

    /** Waits until what was asked of it satisfies the condition. */
    void await(String what, Predicate<FakeHomeserver> condition) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.test(this)) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** How many /sync requests were open at once, at most. */
    synchronized int mostPolls() {
        return mostPolls;
    }

    @Override
    public HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure {
        Optional<Fault> fault;
        synchronized (this) {
            asked.add(request.url());
            if (request.url().endsWith("/keys/upload")) {
                keyUploads.add(request.body().orElseThrow());
            }
            if (isSend(request)) {
                String transaction = request.url().substring(request.url().lastIndexOf('/') + 1);
                bodies.computeIfAbsent(transaction, key -> new ArrayList<>()).add(request.body().orElseThrow());
            }
            fault = faults.apply(request);
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Says says) {
            return new HttpResponse(says.status(), Map.of(), says.body());
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Unreachable) {
            throw new HttpFailure(HttpFailure.Cause.UNREACHABLE);
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Waits waits) {
            waits.doorway().pass();
        }
        HttpResponse response = answer(request, abort);
        if (fault.isPresent() && fault.get() instanceof Fault.AnswerLost) {
            throw new HttpFailure(HttpFailure.Cause.UNREACHABLE);
        }
        return response;
    }

    private HttpResponse answer(HttpRequest request, Abort abort) throws HttpFailure {
        URI uri = URI.create(request.url());
        String path = uri.getRawPath();
        Map<String, String> query = query(uri);
        JsonObject body = body(request);
        if (path.endsWith("/versions")) {
            return ok(JsonObject.builder().put("versions", JsonArray.ofStrings(List.of("v1.11"))).build());
        }
        if (path.endsWith("/login")) {
            return ok(session());
        }
        if (path.endsWith("/refresh")) {
            return ok(JsonObject.builder()
                    .put("access_token", token())
                    .put("refresh_token", "refresh")
                    .build());
        }
        if (!request.headers().getOrDefault("Authorization", "").equals("Bearer " + token())) {
            return new HttpResponse(401, Map.of(), "{\"errcode\":\"M_UNKNOWN_TOKEN\",\"error\":\"\"}");
        }
        if (path.endsWith("/sync")) {
            return sync(query, abort);
        }
        return carryOut(path, query, body);
    }

    private synchronized HttpResponse carryOut(String path, Map<String, String> query, JsonObject body) {
        if (path.contains("/send/")) {
            return ok(put(path, body));
        }
        if (path.contains("/redact/")) {
            return ok(redact(path));
        }
        if (path.endsWith("/messages")) {
            return ok(room.page(query));
        }
        if (path.endsWith("/keys/upload")) {
            body.object("device_keys").ifPresent(keys -> deviceKeys = keys);
            JsonObject counts = JsonObject.builder().put("signed_curve25519", 50).build();
            return ok(JsonObject.builder().put("one_time_key_counts", counts).build());
        }
        if (path.endsWith("/keys/query")) {
            JsonObject devices = JsonObject.builder().put("DEVICE", deviceKeys).build();
            JsonObject users = JsonObject.builder().put(ME, devices).build();
            return ok(JsonObject.builder().put("device_keys", users).build());
        }
        return ok(JsonObject.EMPTY);
    }

    private JsonObject session() {
        return JsonObject.builder()
                .put("user_id", ME)
                .put("device_id", "DEVICE")
                .put("access_token", token())
                .put("refresh_token", "refresh")
                .build();
    }

    private synchronized String token() {
        return validToken;
    }

    private JsonObject put(String path, JsonObject body) {
        String[] steps = path.split("/");
        return sent(room.message(ME, steps[7], body, steps[8]));
    }

    private JsonObject redact(String path) {
        String[] steps = path.split("/");
        String target = URLDecoder.decode(steps[7], StandardCharsets.UTF_8);
        room.redact(target);
        return sent(room.message(ME, "m.room.redaction", redaction(target), steps[8]));
    }

    private JsonObject sent(String event) {
        notifyAll();
        return JsonObject.builder().put("event_id", event).build();
    }

    private static JsonObject redaction(String target) {
        return JsonObject.builder().put("redacts", target).build();
    }

    private synchronized HttpResponse sync(Map<String, String> query, Abort abort) throws HttpFailure {
        int since = Integer.parseInt(query.getOrDefault("since", "0"));
        String tokenThen = validToken;
        abort.onAbort(this::wake);
        polls++;
        mostPolls = Math.max(mostPolls, polls);
        try {
            long deadline = System.currentTimeMillis() + Long.parseLong(query.get("timeout"));
            while (room.size() <= since && System.currentTimeMillis() < deadline && validToken.equals(tokenThen)) {
                if (abort.aborted()) {
                    throw new HttpFailure(HttpFailure.Cause.ABORTED);
                }
                wait(Math.max(1, deadline - System.currentTimeMillis()));
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        } finally {
            polls--;
        }
        return ok(response(since));
    }

    private synchronized void wake() {
        notifyAll();
    }

    private JsonObject response(int since) {
        JsonObject.Builder body = JsonObject.builder()
                .put("next_batch", String.valueOf(room.size()))
                .put(
                        "device_one_time_keys_count",
                        JsonObject.builder().put("signed_curve25519", 50).build())
                .put("device_unused_fallback_key_types", JsonArray.ofStrings(List.of("signed_curve25519")));
        if (room.size() > since) {
            JsonObject join = JsonObject.builder().put(ROOM, room.since(since)).build();
            body.put("rooms", JsonObject.builder().put("join", join).build());
        }
        return body.build();
    }

    private JsonObject body(HttpRequest request) {
        try {
            return request.body().isPresent() && json.parse(request.body().get()) instanceof JsonObject object
                    ? object
                    : JsonObject.EMPTY;
        } catch (JsonSyntaxException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&")) {
                int equals = part.indexOf('=');
                query.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static HttpResponse ok(JsonObject body) {
        return new HttpResponse(200, Map.of(), body.text());
    }

    @Override
    public String toString() {
        return "FakeHomeserver[encrypted " + encrypted + ", " + room.size() + " events]";
    }
}
