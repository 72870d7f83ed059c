package chat.pando.channel.order;

import static chat.pando.channel.order.Effects.of;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.SdsMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A test with three devices in one channel, whose messages go where it takes them, and whose time is its own. */
abstract class DevicesInAChannel {

    static final long NOW = 1_795_260_000_000L;
    static final Timing TIMING = Timing.USUAL;
    static final Participant ANN = new Participant("AAAAAAAA");
    static final Participant BOB = new Participant("BBBBBBBB");
    static final Participant CAT = new Participant("CCCCCCCC");
    static final Participant DAN = new Participant("DDDDDDDD");

    final Order order = new Order(TIMING);
    final Screen ann = new Screen(Channel.founded(ANN, NOW));
    final Screen bob = new Screen(Channel.founded(BOB, NOW));
    final Screen cat = new Screen(Channel.founded(CAT, NOW));
    long now = NOW;

    /** A device, and all that it was told to do. */
    final class Screen {

        Channel channel;
        final List<Effect> effects = new ArrayList<>();

        Screen(Channel channel) {
            this.channel = channel;
        }

        Sending write(Participant... audience) {
            Sending sending = order.send(channel, Set.of(audience), now);
            channel = sending.channel();
            return sending;
        }

        List<Effect> get(Participant from, SdsMessage message) {
            return took(order.receive(channel, from, message, Blob.EMPTY, now));
        }

        List<Effect> get(Sending sending) {
            return get(sending.id().sender(), sending.message());
        }

        List<Effect> tick() {
            return took(order.tick(channel, now));
        }

        /** Lets time pass, doing what is due. */
        List<Effect> pass(long millis) {
            List<Effect> all = new ArrayList<>();
            long end = now + millis;
            while (order.nextTick(channel) <= end) {
                now = Math.max(now, order.nextTick(channel));
                all.addAll(tick());
            }
            now = end;
            return all;
        }

        List<Effect> took(Step step) {
            channel = step.channel();
            effects.addAll(step.effects());
            return step.effects();
        }

        List<MessageId> shown() {
            return of(Effect.Deliver.class, effects).stream().map(Effect.Deliver::id).toList();
        }
    }
}
