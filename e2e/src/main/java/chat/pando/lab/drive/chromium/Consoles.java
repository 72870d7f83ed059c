package chat.pando.lab.drive.chromium;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What events say about a console, as lines to read. */
final class Consoles {

    private Consoles() {}

    static Optional<String> line(DevTools.Event event) {
        return switch (event.method()) {
            case "Runtime.consoleAPICalled" -> Optional.of("wrote: " + StreamSupport
                    .stream(event.params().path("args").spliterator(), false)
                    .map(Consoles::text).collect(Collectors.joining(" ")));
            case "Runtime.exceptionThrown" -> Optional.of("threw: " + thrown(event.params()));
            default -> Optional.empty();
        };
    }

    static String thrown(JsonNode params) {
        JsonNode details = params.path("exceptionDetails");
        String description = details.path("exception").path("description").asString("");
        return details.path("text").asString("") + " " + description;
    }

    private static String text(JsonNode argument) {
        JsonNode value = argument.path("value");
        return value.isMissingNode() ? argument.path("description").asString("") : value.asString("");
    }
}
