package chat.pando.e2e.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * A proxy in front of one homeserver.
 *
 * <p>It works on plain sockets, because it has to notice at once that a client has gone (a killed browser, an aborted
 * long poll) and to reset connections at chosen moments.
 */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final Homeserver homeserver;
    private final Traffic traffic = new Traffic();
    private final Devices devices = new Devices();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::daemon);
    private volatile boolean cut;

    public FaultProxy(URI homeserver) throws IOException {
        this.listener = new ServerSocket(0, 100, InetAddress.getByName("localhost"));
        this.homeserver = new Homeserver(homeserver, url());
        threads.execute(this::accept);
    }

    /** What a person types as the homeserver. */
    public String url() {
        return "http://localhost:" + listener.getLocalPort();
    }

    public Traffic traffic() {
        return traffic;
    }

    /** From now on such requests meet the fault. Of two rules that match, the older counts. */
    public Rule rule(Predicate<Exchange> which, Fault fault) {
        rules.removeIf(Rule::isOver);
        Rule rule = new Rule(which, fault);
        rules.add(rule);
        return rule;
    }

    /** The network is gone: open connections are reset, new ones too. */
    public void cut() {
        cut = true;
        connections.forEach(FaultProxy::reset);
    }

    /** The network is back. */
    public void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(FaultProxy::reset);
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new IllegalStateException("The proxy can't accept connections", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (cut) {
                reset(socket);
                return;
            }
            Optional<WireRequest> request = Wire.readRequest(socket.getInputStream());
            if (request.isPresent()) {
                Exchange exchange = traffic.begin(request.get(), devices.of(request.get()));
                Future<?> work = threads.submit(() -> carry(exchange, socket));
                awaitClose(socket.getInputStream());
                end(exchange, Exchange.Ending.CLIENT_GONE);
                work.cancel(true);
            }
        } catch (IOException e) {
            reset(socket); // the client went away in the middle of its request: there is nobody to tell
        } finally {
            connections.remove(socket);
        }
    }

    /** Returns when either side closed the connection: a client sends nothing more after its request. */
    private static void awaitClose(InputStream in) {
        try {
            if (in.read() >= 0) {
                throw new IllegalStateException("A second request on a connection that is to close");
            }
        } catch (IOException e) {
            return; // reset is one way to close
        }
    }

    private void carry(Exchange exchange, Socket socket) {
        try {
            Fault fault = rules.stream().filter(rule -> rule.takes(exchange)).findFirst()
                    .map(Rule::fault).orElse(Fault.none());
            Optional<WireAnswer> answer = fault.carry(() -> ask(exchange));
            if (answer.isPresent()) {
                // Before it is written: the client may send its next request before this thread runs again.
                exchange.answeredWith(answer.get());
                traffic.changed();
                Wire.write(socket.getOutputStream(), answer.get());
                socket.close();
            } else {
                end(exchange, Exchange.Ending.RESET);
                reset(socket);
            }
        } catch (IOException e) {
            end(exchange, Exchange.Ending.RESET);
            reset(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the client has gone, and so has its request
        }
    }

    private WireAnswer ask(Exchange exchange) throws IOException, InterruptedException {
        WireAnswer answer = homeserver.ask(exchange.request());
        devices.learn(exchange.request(), answer);
        exchange.serverAnswered(answer);
        traffic.changed();
        return answer;
    }

    private void end(Exchange exchange, Exchange.Ending ending) {
        if (exchange.end(ending)) {
            traffic.changed();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            return; // closed already, which is what was wanted
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
