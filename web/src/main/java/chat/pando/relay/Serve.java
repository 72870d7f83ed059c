package chat.pando.relay;

import chat.pando.relay.db.DatabaseAddress;
import chat.pando.relay.ids.ServerName;
import com.zaxxer.hikari.pool.HikariPool;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the site and a homeserver on one port until the process is told to end. */
@Command(name = "pando", mixinStandardHelpOptions = true, version = "pando 0.1.0", sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Serves Pando and a small Matrix homeserver on one port, for trying it out.",
        footer = {"", "Exit code: 0 after --help, 1 if it could not start, 2 for options it does not understand."})
final class Serve implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8787",
            description = "Port to listen on; 0 takes any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "localhost",
            description = "Address to listen on; 0.0.0.0 lets other machines in (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "pando-data",
            description = "Directory of the PostgreSQL that pando brings along (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--database-url", paramLabel = "URL",
            description = "Your own PostgreSQL instead, as postgres://user:password@host:port/name.")
    private Optional<String> databaseUrl;

    @Option(names = "--server-name", paramLabel = "NAME",
            description = "What follows the colon in user ids. Chosen at the first start (default: localhost), "
                    + "then fixed for that data.")
    private Optional<String> serverName;

    @Override
    public Integer call() {
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be between 0 and " + MAX_PORT);
        }
        Optional<ServerName> name = parse("--server-name", serverName, ServerName::new);
        Optional<DatabaseAddress> given = parse("--database-url", databaseUrl, DatabaseAddress::parse);
        try {
            Running running = given.map(address -> Running.on(address, name, host, port))
                    .orElseGet(() -> Running.embedded(data, name, host, port));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
            spec.commandLine().getOut()
                    .println("http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + running.port() + "/");
            return 0;
        } catch (RuntimeException e) {
            spec.commandLine().getErr().println("pando: " + reason(e));
            return 1;
        }
    }

    private <T> Optional<T> parse(String option, Optional<String> text, Function<String, T> parser) {
        try {
            return text.map(parser);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
        }
    }

    private String reason(RuntimeException failure) {
        if (failure instanceof JavalinBindException) {
            return "Port " + port + " cannot be used. Is another program using it? --port chooses another one.";
        }
        if (failure instanceof HikariPool.PoolInitializationException || failure instanceof FlywayException) {
            return "The database cannot be used: " + firstLine(rootOf(failure));
        }
        if (failure instanceof StartFailure && failure.getCause() != null) {
            return failure.getMessage() + " (" + firstLine(rootOf(failure)) + ")";
        }
        return firstLine(failure);
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable error) {
        String message = Optional.ofNullable(error.getMessage()).orElseGet(() -> error.getClass().getSimpleName());
        return message.lines().findFirst().orElse(message);
    }
}
