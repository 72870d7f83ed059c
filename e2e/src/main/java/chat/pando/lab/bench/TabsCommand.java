package chat.pando.lab.bench;

import chat.pando.e2e.people.Chromium;
import chat.pando.e2e.stage.Ground;
import chat.pando.e2e.stage.House;
import chat.pando.e2e.stage.Stage;
import chat.pando.lab.Checkout;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pando-lab bench tabs}. */
@Command(name = "tabs", mixinStandardHelpOptions = true,
        description = "Measures what a call, a message and a new tab cost while few or many tabs are open.")
public final class TabsCommand implements Callable<Integer> {

    @Option(names = "--tabs", split = ",", defaultValue = "1,2,5,10,20,50", paramLabel = "N",
            description = "How many tabs, ascending: ${DEFAULT-VALUE}.")
    private List<Integer> tabs;

    @Option(names = "--rounds", defaultValue = "40", paramLabel = "N",
            description = "How often each thing is measured: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--homeserver", paramLabel = "URL", description = "Another homeserver than the relay.")
    private Optional<URI> homeserver = Optional.empty();

    @Mixin
    private Figures figures = new Figures();

    @Mixin
    private Checkout checkout = new Checkout();

    @Override
    public Integer call() throws IOException {
        Ground ground = new Ground(checkout.pandoJar(), checkout.site(), homeserver,
                checkout.chromium().or(Chromium::onThisMachine), false, checkout.pandoJar().resolveSibling("bench"));
        try (House house = new House(ground); Stage stage = new Stage(house)) {
            figures.tell(new TabsBench(stage, tabs, rounds, System.err::println).run());
        }
        return 0;
    }
}
