package chat.pando.lab.bench;

import chat.pando.browser.hashing.HashingResource;
import chat.pando.e2e.peer.NpmFolder;
import chat.pando.lab.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The page on which the contenders of {@code bench crypto} and {@code bench share} meet, as a folder. */
final class CryptoSite {

    private static final List<String> SCRIPTS = List.of(
            "index.html", "contender.js", "pando.js", "vodozemac.js", "libolm.js", "bare.js", "sdk.js");

    /** As it lies in the core, and in the jar that the core is built into. */
    private static final String HASHING_PROGRAM = "/" + HashingResource.NAME;

    private CryptoSite() {}

    /**
     * Puts it together.
     *
     * @throws IOException where the others' libraries are missing and can't be fetched
     */
    static Path prepared(Checkout checkout) throws IOException {
        Path folder = checkout.compiledBench();
        for (String script : SCRIPTS) {
            copyResource("crypto/" + script, folder.resolve(script));
        }
        copyResource(HASHING_PROGRAM, folder.resolve("hashing.wasm"));
        Path modules = checkout.npm("vodozemac").installed().resolve("node_modules");
        Path vodozemac = modules.resolve("vodozemac-wasm-bindings");
        copy(vodozemac, folder.resolve("vodozemac"), "vodozemac.js", "vodozemac_bg.wasm");
        copy(modules.resolve("@matrix-org/olm"), folder.resolve("libolm"), "olm.js", "olm.wasm");
        return folder;
    }

    /**
     * Puts it together with OlmMachine, and with a crowd for all to share a room key with.
     *
     * @throws IOException where the others' libraries are missing and can't be fetched
     */
    static Path prepared(Checkout checkout, Crowd crowd) throws IOException {
        Path folder = prepared(checkout);
        Path sdk = checkout.npm("js-sdk").installed().resolve("node_modules/@matrix-org/matrix-sdk-crypto-wasm");
        copy(sdk.resolve("pkg"), folder.resolve("sdk/pkg"),
                "matrix_sdk_crypto_wasm_bg.js", "matrix_sdk_crypto_wasm_bg.wasm");
        Files.copy(sdk.resolve("index.mjs"), folder.resolve("sdk/index.js"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("crowd.json"), crowd.answers().text());
        return folder;
    }

    private static void copyResource(String name, Path to) throws IOException {
        try (InputStream source = CryptoSite.class.getResourceAsStream(name)) {
            Files.copy(source, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copy(Path from, Path to, String... files) throws IOException {
        Files.createDirectories(to);
        for (String file : files) {
            Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
