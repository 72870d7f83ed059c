package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A channel as JSON and back: what a store keeps. */
public final class ChannelJson {

    private ChannelJson() {}

    public static JsonObject write(Channel channel) {
        Schedule schedule = channel.schedule();
        return JsonObject.builder()
                .put("self", channel.self().name())
                .put("founder", channel.founder())
                .put("lamport", channel.lamport())
                .put("sent", channel.sent())
                .put("peers", map(channel.peers(), Participant::name, ChannelJson::write))
                .put("tail", new JsonArray(channel.tail().stream().<JsonValue>map(ChannelJson::write).toList()))
                .put("parked", map(channel.parked(), MessageId::text, ChannelJson::write))
                .put("missing", map(channel.missing(), MessageId::text, ChannelJson::write))
                .put("asked", map(channel.asked(), MessageId::text, ChannelJson::write))
                .put("schedule", time(time(JsonObject.builder(), "acknowledge", schedule.acknowledge())
                        .put("repeats", schedule.repeats()), "announce", schedule.announce())
                        .put("announced", schedule.announced())
                        .build())
                .build();
    }

    /** @throws JsonShapeException where it is none */
    public static Channel read(JsonObject json) {
        List<LogEntry> tail = new ArrayList<>();
        json.requireArray("tail").objects().forEach(entry -> tail.add(entry(entry)));
        JsonObject schedule = json.requireObject("schedule");
        return new Channel(
                participant(json.requireString("self")),
                json.requireBool("founder"),
                json.requireInteger("lamport"),
                json.requireInteger("sent"),
                map(json.requireObject("peers"), ChannelJson::participant, ChannelJson::peer),
                tail,
                map(json.requireObject("parked"), ChannelJson::id, ChannelJson::parked),
                map(json.requireObject("missing"), ChannelJson::id, ChannelJson::missing),
                map(json.requireObject("asked"), ChannelJson::id, ChannelJson::asked),
                new Schedule(
                        schedule.integer("acknowledge").orElse(Schedule.NEVER),
                        (int) schedule.requireInteger("repeats"),
                        schedule.integer("announce").orElse(Schedule.NEVER),
                        (int) schedule.requireInteger("announced")));
    }

    private static JsonObject write(Peer peer) {
        Reading reading = peer.reading();
        return JsonObject.builder()
                .put("floor", reading.floor())
                .put("heard", reading.heard())
                .put("have", write(reading.have()))
                .put("given", write(reading.given()))
                .put("lost", write(reading.lost()))
                .put("told", write(peer.told()))
                .put("firm", write(peer.firm()))
                .put("awaits", write(peer.awaits()))
                .put("got", write(peer.got()))
                .put("owed", peer.owed())
                .put("gone", peer.gone())
                .build();
    }

    private static Peer peer(JsonObject json) {
        Reading reading = new Reading(
                json.requireInteger("floor"),
                json.requireInteger("heard"),
                ranges(json, "have"),
                ranges(json, "given"),
                ranges(json, "lost"));
        return new Peer(
                reading,
                ranges(json, "told"),
                ranges(json, "firm"),
                ranges(json, "awaits"),
                ranges(json, "got"),
                json.requireBool("owed"),
                json.requireBool("gone"));
    }

    private static JsonObject write(LogEntry entry) {
        return JsonObject.builder()
                .put("lamport", entry.lamport())
                .put("id", entry.id().text())
                .put("hint", UnpaddedBase64.encode(entry.hint().bytes()))
                .put("hinted", entry.hinted())
                .build();
    }

    private static LogEntry entry(JsonObject json) {
        return new LogEntry(
                json.requireInteger("lamport"), id(json.requireString("id")), hint(json), json.requireBool("hinted"));
    }

    private static JsonObject write(Parked parked) {
        return JsonObject.builder()
                .put("entry", write(parked.entry()))
                .put("causes", map(parked.causes(), Participant::name, ChannelJson::write))
                .put("since", parked.since())
                .build();
    }

    private static Parked parked(JsonObject json) {
        JsonObject causes = json.requireObject("causes");
        Map<Participant, Ranges> ranges = new TreeMap<>();
        causes.names().forEach(name -> ranges.put(participant(name), ranges(causes, name)));
        return new Parked(entry(json.requireObject("entry")), ranges, json.requireInteger("since"));
    }

    private static JsonObject write(Missing missing) {
        return JsonObject.builder()
                .put("hint", UnpaddedBase64.encode(missing.hint().bytes()))
                .put("since", missing.since())
                .put("look_ups", missing.lookUps())
                .put("next_look_up", missing.nextLookUp())
                .put("requests", missing.requests())
                .put("next_request", missing.nextRequest())
                .build();
    }

    private static Missing missing(JsonObject json) {
        return new Missing(
                hint(json),
                json.requireInteger("since"),
                (int) json.requireInteger("look_ups"),
                json.requireInteger("next_look_up"),
                (int) json.requireInteger("requests"),
                json.requireInteger("next_request"));
    }

    private static JsonObject write(Asked asked) {
        return JsonObject.builder()
                .put("at", asked.at())
                .put("by", JsonArray.ofStrings(asked.by().stream().map(Participant::name).toList()))
                .build();
    }

    private static Asked asked(JsonObject json) {
        List<Participant> by =
                json.requireArray("by").strings().stream().map(ChannelJson::participant).toList();
        return new Asked(json.requireInteger("at"), Set.copyOf(by));
    }

    /** The first and the last of each run. */
    private static JsonArray write(Ranges ranges) {
        List<JsonValue> numbers = new ArrayList<>();
        ranges.runs().forEach(run -> {
            numbers.add(new JsonNumber(run.from()));
            numbers.add(new JsonNumber(run.to()));
        });
        return new JsonArray(numbers);
    }

    private static Ranges ranges(JsonObject json, String name) {
        List<JsonValue> numbers = json.requireArray(name).values();
        List<Ranges.Run> runs = new ArrayList<>();
        try {
            for (int i = 0; i + 1 < numbers.size(); i += 2) {
                runs.add(new Ranges.Run(number(numbers.get(i)), number(numbers.get(i + 1))));
            }
            return new Ranges(runs);
        } catch (IllegalArgumentException invalid) {
            throw new JsonShapeException(name, "runs of numbers");
        }
    }

    /** 0, which is in no run, for what is none. */
    private static long number(JsonValue value) {
        return value instanceof JsonNumber number && number.isInteger() ? (long) number.value() : 0;
    }

    private static JsonObject.Builder time(JsonObject.Builder json, String name, long time) {
        return time == Schedule.NEVER ? json : json.put(name, time);
    }

    private static Participant participant(String name) {
        return Participant.parse(name).orElseThrow(() -> new JsonShapeException("participant", "a name"));
    }

    private static MessageId id(String text) {
        return MessageId.parse(text).orElseThrow(() -> new JsonShapeException("id", "an id"));
    }

    private static Blob hint(JsonObject json) {
        try {
            return Blob.of(UnpaddedBase64.decode(json.requireString("hint")));
        } catch (CryptoException noBase64) {
            throw new JsonShapeException("hint", "base64");
        }
    }

    private static <K, V> JsonObject map(
            Map<K, V> values, Function<K, String> name, Function<V, ? extends JsonValue> write) {
        JsonObject.Builder json = JsonObject.builder();
        values.forEach((key, value) -> json.put(name.apply(key), write.apply(value)));
        return json.build();
    }

    private static <K extends Comparable<K>, V> Map<K, V> map(
            JsonObject json, Function<String, K> key, Function<JsonObject, V> read) {
        Map<K, V> values = new TreeMap<>();
        json.names().forEach(name -> values.put(key.apply(name), read.apply(json.requireObject(name))));
        return values;
    }
}
