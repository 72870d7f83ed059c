package chat.pando.lab.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pando-lab bench crypto}. It ends with 3 where the others' libraries can't be had. */
@Command(name = "crypto", mixinStandardHelpOptions = true,
        description = "Measures Olm and Megolm beside vodozemac, libolm and the bare calls of the browser, in turns.")
public final class CryptoCommand implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "40", paramLabel = "N",
            description = "How often each thing is measured: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--only", split = ",", paramLabel = "MEASURE",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<CryptoMeasure> only = List.of(CryptoMeasure.values());

    @Mixin
    private Contest contest = new Contest();

    @Override
    public Integer call() throws IOException {
        return contest.hold(CryptoSite::prepared,
                page -> new CryptoBench(page, rounds, System.err::println).run(only));
    }
}
