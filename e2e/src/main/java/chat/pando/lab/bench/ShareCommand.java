package chat.pando.lab.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pando-lab bench share}. It ends with 3 where OlmMachine can't be had. */
@Command(name = "share", mixinStandardHelpOptions = true,
        description = "Measures how long it takes to share a room key with many devices, beside OlmMachine.")
public final class ShareCommand implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "20", paramLabel = "N",
            description = "How often each shares a room key: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--devices", defaultValue = "200", paramLabel = "N",
            description = "With how many devices, an even number: ${DEFAULT-VALUE}.")
    private int devices;

    @Mixin
    private Contest contest = new Contest();

    @Override
    public Integer call() throws IOException {
        return contest.hold(checkout -> CryptoSite.prepared(checkout, new Crowd(devices)),
                page -> new ShareBench(page, rounds, devices).run());
    }
}
