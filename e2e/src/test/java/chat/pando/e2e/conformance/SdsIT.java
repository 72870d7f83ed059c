package chat.pando.e2e.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.HistoryEntry;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsCodec;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.e2e.peer.NpmPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pando and {@code @waku/sds}, in Node, read each other's messages of SDS, with and without a bloom filter. */
class SdsIT {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int BLOOM_BYTES = 18_752;

    private static final HistoryEntry CAUSE = new HistoryEntry("m1", blob("$hint"), "bob");
    private static final List<SdsMessage> OURS = List.of(
            new SdsMessage("alice", "m2", "room", OptionalLong.of(1_795_260_273_264L),
                    List.of(CAUSE, HistoryEntry.of("m0")), Blob.EMPTY, List.of(), blob("two, ü😀"), blob("acks")),
            new SdsMessage("alice", "m3", "room", OptionalLong.of(1L << 52), List.of(CAUSE), Blob.of(new byte[BLOOM_BYTES]),
                    List.of(CAUSE), blob("three"), Blob.EMPTY),
            SdsMessage.of("alice", "m4", 7, List.of(CAUSE)).withRequests(List.of(HistoryEntry.of("m0"))));

    private static final List<JsonNode> READ = new ArrayList<>();
    private static final List<JsonNode> WROTE = new ArrayList<>();

    private static Blob blob(String text) {
        return Blob.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeAll
    static void ask() throws IOException {
        Path folder = NpmPackage.installed("sds");
        Process node = new ProcessBuilder("node", "peer.mjs").directory(folder.toFile())
                .redirectError(folder.resolve("peer.log").toFile()).start();
        try (var in = node.outputWriter(StandardCharsets.UTF_8)) {
            for (SdsMessage message : OURS) {
                in.write(Base64.getEncoder().encodeToString(SdsCodec.encode(message)) + "\n");
            }
        }
        try (var out = node.inputReader(StandardCharsets.UTF_8)) {
            out.lines().map(MAPPER::readTree)
                    .forEach(line -> (line.path("what").asString().equals("read") ? READ : WROTE).add(line));
        }
    }

    @Test
    void itReadsWhatPandoWrites() {
        List<SdsMessage> expected = OURS.stream().map(message -> message.withAcks(Blob.EMPTY)).toList();
        assertEquals(expected, READ.stream().map(SdsIT::told).toList(), "without what it passes over");
        assertEquals("[ContentMessage, ContentMessage, SyncMessage]",
                READ.stream().map(message -> message.path("kind").asString()).toList().toString());
    }

    @Test
    void pandoReadsWhatItWrites() throws MalformedSds {
        assertEquals(5, WROTE.size());
        for (JsonNode message : WROTE) {
            assertEquals(told(message), SdsCodec.decode(bytes(message, "bytes").bytes()));
        }
        assertTrue(WROTE.stream().anyMatch(message -> bytes(message, "bloom").size() == BLOOM_BYTES));
        assertTrue(WROTE.stream().anyMatch(message -> bytes(message, "bloom").isEmpty()));
    }

    private static SdsMessage told(JsonNode message) {
        return new SdsMessage(
                message.path("sender").asString(),
                message.path("id").asString(),
                message.path("channel").asString(),
                OptionalLong.of(Long.parseLong(message.path("lamport").asString())),
                entries(message, "history"),
                bytes(message, "bloom"),
                entries(message, "requests"),
                bytes(message, "content"),
                Blob.EMPTY);
    }

    private static List<HistoryEntry> entries(JsonNode message, String name) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (JsonNode entry : message.path(name)) {
            entries.add(new HistoryEntry(
                    entry.path("id").asString(), bytes(entry, "hint"), entry.path("sender").asString()));
        }
        return entries;
    }

    private static Blob bytes(JsonNode message, String name) {
        return Blob.of(Base64.getDecoder().decode(message.path(name).asString()));
    }
}
