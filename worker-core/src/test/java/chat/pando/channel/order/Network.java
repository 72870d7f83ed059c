package chat.pando.channel.order;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsCodec;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Devices in one channel, and a homeserver and ways between them that lose, repeat, delay and hide: all decided by a
 * seed, on a clock of its own. It sees everything, and says at once when a device shows something twice, before its
 * cause, or calls something acknowledged that isn't there.
 */
final class Network {

    static final long BEGIN = 1_795_260_000_000L;

    /** What is lost, in which share, and how long the rest takes. */
    record Faults(double lost, double repeated, long least, long most) {

        static final Faults NONE = new Faults(0, 0, 20, 20);
    }

    /** A message, what its sender had seen before, and who doesn't get it from the homeserver. */
    record Sent(
            SdsMessage message, Blob hint, Set<MessageId> causes, Set<Device> hiddenFrom, Set<Device> audience) {}

    private record Event(long at, long number, Runnable what) {}

    final Random random;
    final Order order;
    final List<Device> devices = new ArrayList<>();
    final Map<MessageId, Sent> messages = new LinkedHashMap<>();
    final List<Integer> sizes = new ArrayList<>();
    Faults faults;
    long now = BEGIN;
    private long numbers;
    private final PriorityQueue<Event> events = new PriorityQueue<>((one, other) ->
            one.at() != other.at() ? Long.compare(one.at(), other.at()) : Long.compare(one.number(), other.number()));

    Network(long seed, Timing timing, Faults faults) {
        this.random = new Random(seed);
        this.order = new Order(timing);
        this.faults = faults;
    }

    /** With so many devices that were there from the beginning. */
    static Network of(int count, long seed, Faults faults) {
        Network network = new Network(seed, Timing.USUAL, faults);
        for (int i = 0; i < count; i++) {
            network.add(true);
        }
        return network;
    }

    Device add(boolean founder) {
        byte[] name = new byte[6];
        random.nextBytes(name);
        Participant self = new Participant(Base64.getUrlEncoder().encodeToString(name));
        Device device = new Device(this, founder ? Channel.founded(self, now) : Channel.joined(self, now));
        devices.add(device);
        Set<Participant> all = new HashSet<>();
        devices.forEach(other -> all.add(other.self()));
        devices.forEach(other -> other.channel = order.present(other.channel, all));
        return device;
    }

    void at(long delay, Runnable what) {
        events.add(new Event(now + delay, numbers++, what));
    }

    /** Something goes over the wire: perhaps once, perhaps twice, perhaps not at all. */
    void carry(Runnable arrival) {
        while (random.nextDouble() >= faults.lost()) {
            at(latency(), arrival);
            if (random.nextDouble() >= faults.repeated()) {
                return;
            }
        }
    }

    long latency() {
        return faults.least() + random.nextLong(faults.most() - faults.least() + 1);
    }

    void run(long millis) {
        long end = now + millis;
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event event = events.remove();
            now = event.at();
            event.what().run();
        }
        now = end;
    }

    Device device(Participant participant) {
        return devices.stream().filter(device -> device.self().equals(participant)).findFirst().orElseThrow();
    }

    /** The same message, as it arrives: it has gone through its bytes. */
    static SdsMessage wired(SdsMessage message) {
        try {
            return SdsCodec.decode(SdsCodec.encode(message));
        } catch (MalformedSds impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A participant with a screen. */
    static final class Device {

        private final Network network;
        Channel channel;
        boolean dead;
        final List<MessageId> shown = new ArrayList<>();
        final Set<MessageId> seen = new HashSet<>();
        final Set<MessageId> told = new HashSet<>();
        final Set<MessageId> delivered = new HashSet<>();
        final Set<MessageId> irretrievable = new HashSet<>();
        final List<Effect> effects = new ArrayList<>();
        private long ticking = Long.MAX_VALUE;

        Device(Network network, Channel channel) {
            this.network = network;
            this.channel = channel;
        }

        Participant self() {
            return channel.self();
        }

        /** Writes a message to all others that are there. */
        MessageId write() {
            return write(Set.of());
        }

        /** Writes a message that the homeserver keeps from some. */
        MessageId write(Set<Device> hiddenFrom) {
            Set<Device> others = new HashSet<>(network.devices);
            others.removeIf(other -> other.dead || other == this);
            Set<Participant> audience = new HashSet<>();
            others.forEach(other -> audience.add(other.self()));
            Sending sending = network.order.send(channel, audience, network.now);
            channel = sending.channel();
            MessageId id = sending.id();
            byte[] event = new byte[32];
            network.random.nextBytes(event);
            Sent sent = new Sent(
                    wired(sending.message()), Blob.of(event), new HashSet<>(seen), hiddenFrom, others);
            network.messages.put(id, sent);
            network.sizes.add(SdsContent.with(sent.message(), JsonObject.EMPTY).text().length() - 1);
            seen.add(id);
            network.at(network.faults.least(), () -> channel = network.order.sent(channel, id, sent.hint()));
            for (Device other : network.devices) {
                if (other != this && !hiddenFrom.contains(other)) {
                    network.carry(() -> other.receive(self(), sent.message(), sent.hint()));
                }
            }
            tickLater();
            return id;
        }

        void receive(Participant from, SdsMessage message, Blob hint) {
            if (!dead) {
                step(network.order.receive(channel, from, message, hint, network.now));
            }
        }

        private void tick() {
            if (!dead && network.order.nextTick(channel) <= network.now) {
                step(network.order.tick(channel, network.now));
                assertTrue(network.order.nextTick(channel) > network.now, "what was due is done");
            }
            ticking = Long.MAX_VALUE;
            tickLater();
        }

        /** Something was changed from outside. */
        void wake() {
            tickLater();
        }

        /** As if each device had written so many messages, which all have read. */
        void hasTalked(long messages) {
            Ranges all = Ranges.of(1, messages);
            Map<Participant, Peer> peers = new TreeMap<>();
            Reading read = new Reading(0, messages, all, Ranges.NONE, Ranges.NONE);
            Peer peer = new Peer(read, all, all, Ranges.NONE, all, false, false);
            channel.peers().keySet().forEach(other -> peers.put(other, peer));
            channel = new Channel(self(), true, channel.lamport(), messages, peers, List.of(), Map.of(), Map.of(),
                    Map.of(), Schedule.NOTHING);
        }

        private void tickLater() {
            long next = network.order.nextTick(channel);
            if (!dead && next < ticking) {
                ticking = next;
                network.at(Math.max(0, next - network.now), this::tick);
            }
        }

        private void step(Step step) {
            channel = step.channel();
            effects.addAll(step.effects());
            step.effects().forEach(this::carryOut);
            tickLater();
        }

        private void carryOut(Effect effect) {
            if (effect instanceof Effect.Deliver deliver) {
                show(deliver);
            } else if (effect instanceof Effect.Gap gap) {
                for (long number = gap.first(); number <= gap.last(); number++) {
                    assertTrue(told.add(new MessageId(gap.sender(), number)), "a gap is told once");
                }
            } else if (effect instanceof Effect.LookUp lookUp) {
                lookUp(lookUp);
            } else if (effect instanceof Effect.Answer answer) {
                answer.to().forEach(to -> network.carry(() -> network.device(to).getFrom(answer.id())));
            } else if (effect instanceof Effect.Sync sync) {
                SdsMessage message = wired(sync.message());
                network.carry(() -> network.device(sync.to()).receive(self(), message, Blob.EMPTY));
            } else if (effect instanceof Effect.Acknowledged acknowledged) {
                boolean there = network.device(acknowledged.by()).seen.contains(acknowledged.id());
                assertTrue(there, "a false acknowledgement");
            } else if (effect instanceof Effect.Delivered done) {
                assertTrue(delivered.add(done.id()), "delivered twice");
                boolean everywhere = network.devices.stream().allMatch(other ->
                        other.seen.contains(done.id()) || !network.messages.get(done.id()).audience().contains(other));
                assertTrue(everywhere, "called delivered before it was");
            } else if (effect instanceof Effect.Irretrievable lost) {
                irretrievable.add(lost.id());
            }
        }

        private void show(Effect.Deliver deliver) {
            assertTrue(seen.add(deliver.id()), "shown twice");
            shown.add(deliver.id());
            for (MessageId cause : network.messages.get(deliver.id()).causes()) {
                boolean before = seen.contains(cause) || told.contains(cause);
                assertTrue(before || !wants(cause), "shown before its cause");
            }
        }

        /** Who has joined later wants nothing from before. */
        private boolean wants(MessageId id) {
            Peer peer = channel.peers().get(id.sender());
            return channel.founder()
                    || peer != null && peer.reading().isKnown() && id.number() > peer.reading().floor();
        }

        private void lookUp(Effect.LookUp lookUp) {
            Sent sent = network.messages.get(lookUp.id());
            if (sent != null && !sent.hiddenFrom().contains(this)) {
                network.carry(() -> network.carry(() -> getFrom(lookUp.id())));
            }
        }

        private void getFrom(MessageId id) {
            Sent sent = network.messages.get(id);
            receive(id.sender(), sent.message(), sent.hint());
        }
    }
}
