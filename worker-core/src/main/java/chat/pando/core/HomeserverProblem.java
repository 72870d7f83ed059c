package chat.pando.core;

import chat.pando.matrix.Discovery;
import chat.pando.protocol.Problem.Code;

/**
 * Why no homeserver was found, in words.
 *
 * @param name what the person typed, in quotes
 */
record HomeserverProblem(String name) {

    Rejected of(Discovery.Result result) {
        if (result instanceof Discovery.Result.Malformed) {
            return new Rejected(
                    Code.UNKNOWN_HOMESERVER,
                    "Enter a homeserver's address, like “example.org” or “https://matrix.example.org”.");
        }
        if (result instanceof Discovery.Result.NotMatrix) {
            return new Rejected(
                    Code.NOT_A_HOMESERVER, "There is no Matrix homeserver at " + name + ". Check the address.");
        }
        if (result instanceof Discovery.Result.Troubled troubled) {
            return Refusals.of(troubled.error());
        }
        return new Rejected(
                Code.UNKNOWN_HOMESERVER,
                "No homeserver answers at " + name + ". Check the address and your connection.");
    }

    @Override
    public String toString() {
        return "HomeserverProblem"; // names are never logged
    }
}
