package chat.pando.lab.channel;

import chat.pando.protocol.TimelineItem.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the ledger comes to in the end. */
final class Reckoning {

    private final Ledger ledger;
    private final List<Message> messages;

    Reckoning(Ledger ledger) {
        this.ledger = ledger;
        this.messages = ledger.messages();
    }

    Tally total() {
        return tally(message -> true);
    }

    Tally of(int sender) {
        return tally(message -> message.sender == sender);
    }

    private Tally tally(Predicate<Message> whose) {
        List<Message> own = messages.stream().filter(whose).toList();
        List<Message> sent = own.stream().filter(message -> message.taking == Message.Taking.ACCEPTED).toList();
        Map<String, Integer> failed = new TreeMap<>();
        sent.stream().filter(Message::hasFailed)
                .forEach(message -> failed.merge(message.failure.orElse("without a reason"), 1, Integer::sum));
        return new Tally(
                sent.size(),
                (int) own.stream().filter(message -> message.taking == Message.Taking.REFUSED).count(),
                (int) own.stream().filter(message -> message.taking == Message.Taking.OPEN).count(),
                failed,
                sent.stream().mapToInt(message -> ledger.clients() - ledger.missing(message).size()).sum(),
                sent.stream().filter(Message::mustArrive).mapToInt(message -> ledger.missing(message).size()).sum(),
                places(own, (display, message) -> display.doubled.get(message.number)),
                places(own, (display, message) -> display.early.containsKey(message.number)),
                own.stream().mapToInt(message -> message.falseClaims.size()).sum(),
                count(sent, State.DELIVERED) + count(sent, State.READ),
                count(sent, State.READ),
                Spread.of(own.stream().flatMap(Reckoning::journeys).toList()));
    }

    private interface Finding {

        boolean holds(Display display, Message message);
    }

    private int places(List<Message> own, Finding finding) {
        return own.stream().mapToInt(message -> (int) IntStream.range(0, ledger.clients())
                .filter(client -> finding.holds(ledger.display(client), message)).count()).sum();
    }

    private static int count(List<Message> sent, State state) {
        return (int) sent.stream().filter(message -> message.standing.filter(state::equals).isPresent()).count();
    }

    private static Stream<Long> journeys(Message message) {
        return IntStream.range(0, message.shownAt.length)
                .filter(client -> client != message.sender && message.shownAt[client] != 0)
                .mapToObj(client -> (message.shownAt[client] - message.writtenAt) / 1_000_000);
    }

    /** What went wrong, message by message. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Message message : messages) {
            if (message.taking == Message.Taking.OPEN) {
                findings.add(message + ": no core ever said whether it took it");
            }
            if (message.mustArrive()) {
                String standing = message.standing.map(State::name).orElse("nothing");
                ledger.missing(message).forEach(client -> findings.add(message + " is missing at client " + client
                        + "; it stands as " + standing + " at its sender's"));
            }
            for (int client = 0; client < ledger.clients(); client++) {
                if (ledger.display(client).doubled.get(message.number)) {
                    findings.add(message + " was shown twice to client " + client);
                }
                if (ledger.display(client).early.containsKey(message.number)) {
                    findings.add(message + " was shown to client " + client + " before message "
                            + ledger.display(client).early.get(message.number) + ", which its sender had seen");
                }
            }
            findings.addAll(message.falseClaims);
        }
        return findings;
    }

    /** How many gaps each client told of. */
    List<Integer> gapsTold() {
        return IntStream.range(0, ledger.clients()).mapToObj(client -> ledger.display(client).gaps.size()).toList();
    }
}
