package chat.pando.lab.channel;

import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.FaultProxy;
import chat.pando.host.Clock;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** People in one encrypted room, a proxy before their homeserver, and the ledger of what they write. */
final class Grove implements AutoCloseable {

    private final Ledger ledger;
    private final FaultProxy proxy;
    private final Clock clock;
    private final List<Client> clients = new ArrayList<>();
    private String room = "";

    Grove(URI homeserver, int people, Clock clock) throws IOException {
        this.clock = clock;
        ledger = new Ledger(people);
        proxy = new FaultProxy(homeserver);
    }

    /** Everybody signs up and comes into the room. */
    void gather() throws InterruptedException {
        List<String> names = new ArrayList<>();
        String unique = Long.toString(System.nanoTime(), 36);
        for (int number = 0; number < ledger.clients(); number++) {
            clients.add(new Client(number, URI.create(proxy.url()), clock, ledger));
            names.add(clients.get(number).signUp(userOf(number).substring(1) + unique));
        }
        room = clients.get(0).createRoom(names.subList(1, names.size()));
        for (Client client : clients.subList(1, clients.size())) {
            client.accept(room);
        }
        for (Client client : clients) {
            client.enter(room, clients.size());
        }
    }

    /** How the user id of one of them begins. */
    static String userOf(int client) {
        return "@c" + client + "-";
    }

    /** The requests of one of them. */
    Predicate<Exchange> of(int client) {
        String user = userOf(client);
        return exchange -> exchange.device().startsWith(user);
    }

    FaultProxy proxy() {
        return proxy;
    }

    Ledger ledger() {
        return ledger;
    }

    String room() {
        return room;
    }

    List<Client> clients() {
        return List.copyOf(clients);
    }

    Client client(int number) {
        return clients.get(number);
    }

    @Override
    public void close() throws IOException {
        clients.forEach(Client::kill);
        proxy.close();
    }
}
