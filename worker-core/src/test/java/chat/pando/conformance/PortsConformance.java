package chat.pando.conformance;

import chat.pando.host.Port;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What both ends of a line promise. */
public final class PortsConformance implements Conformance {

    /** A new line: two ends. */
    public record Line(Port one, Port other) {}

    private final Supplier<Line> lines;

    public PortsConformance(Supplier<Line> lines) {
        this.lines = lines;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("messages arrive in order, both ways", this::order),
                new Case("messages wait for the first listener", this::early),
                new Case("any text arrives as it is", this::texts),
                new Case("a listener that blocks keeps the order", this::blocking),
                new Case("a listener that dies does not end the line", this::dying),
                new Case("nothing arrives after a close", this::closed));
    }

    private void order() throws InterruptedException {
        Line line = lines.get();
        Inbox one = new Inbox(line.one(), 200);
        Inbox other = new Inbox(line.other(), 200);
        List<String> sent = numbers(200);
        sent.forEach(number -> {
            line.one().post(number);
            line.other().post(number);
        });
        Check.equal(sent, one.messages());
        Check.equal(sent, other.messages());
    }

    private void early() throws InterruptedException {
        Line line = lines.get();
        numbers(10).forEach(line.one()::post);
        Check.equal(numbers(10), new Inbox(line.other(), 10).messages());
    }

    private void texts() throws InterruptedException {
        Line line = lines.get();
        List<String> texts = List.of("", "\u0000", "grüße \ud83c\udf33", "\"quoted\"\n", "x".repeat(300_000));
        Inbox inbox = new Inbox(line.other(), texts.size());
        texts.forEach(line.one()::post);
        Check.equal(texts, inbox.messages());
    }

    private void blocking() throws InterruptedException {
        Line line = lines.get();
        List<String> received = Collections.synchronizedList(new ArrayList<>());
        Latch second = new Latch(1);
        Latch all = new Latch(2);
        line.other().onMessage(message -> {
            if (message.equals("first")) {
                second.awaitQuietly("the second message's posting");
            }
            received.add(message);
            all.countDown();
        });
        line.one().post("first");
        line.one().post("second");
        second.countDown();
        all.await("both messages");
        Check.equal(List.of("first", "second"), received);
    }

    private void dying() throws InterruptedException {
        Line line = lines.get();
        Latch survived = new Latch(1);
        line.other().onMessage(message -> {
            if (message.equals("deadly")) {
                throw new IllegalStateException("on purpose: this conformance case throws it");
            }
            survived.countDown();
        });
        line.one().post("deadly");
        line.one().post("harmless");
        survived.await("the message after");
    }

    private void closed() throws InterruptedException {
        Line line = lines.get();
        Inbox inbox = new Inbox(line.other(), 1);
        line.one().post("before");
        inbox.messages();
        line.other().close();
        line.one().post("after");
        line.one().close();
        line.one().post("to nobody");
        // Another line that was used later has delivered, so this one would have as well.
        order();
        Check.equal(List.of("before"), inbox.received);
    }

    private static List<String> numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add("message " + i);
        }
        return numbers;
    }

    /** Collects what arrives at an end. */
    private static final class Inbox {

        private final List<String> received = Collections.synchronizedList(new ArrayList<>());
        private final Latch all;

        Inbox(Port port, int count) {
            all = new Latch(count);
            port.onMessage(message -> {
                received.add(message);
                all.countDown();
            });
        }

        List<String> messages() throws InterruptedException {
            all.await("all messages");
            return List.copyOf(received);
        }
    }
}
