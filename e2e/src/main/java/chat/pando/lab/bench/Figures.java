package chat.pando.lab.bench;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a benchmark leaves what came of it: an option that all of them have. */
final class Figures {

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the figures.")
    private Optional<Path> json = Optional.empty();

    void tell(Tabled result) {
        json.ifPresent(file -> JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValue(file, result));
        System.out.println(result.table());
    }
}
