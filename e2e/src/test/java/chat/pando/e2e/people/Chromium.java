package chat.pando.e2e.people;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The browser program that profiles run in.
 *
 * @param executable empty for the one that Playwright brings
 * @param headed     whether a person can watch
 */
public record Chromium(Playwright playwright, Optional<Path> executable, boolean headed) {

    /** Without these a test browser calls home at every start, or refuses to run as root. */
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** Starts it on a folder, which holds the profile. */
    public BrowserContext launch(Path folder) {
        BrowserType.LaunchPersistentContextOptions options = new BrowserType.LaunchPersistentContextOptions()
                .setArgs(FLAGS).setHeadless(!headed).setViewportSize(1280, 800);
        executable.ifPresent(options::setExecutablePath);
        return playwright.chromium().launchPersistentContext(folder, options);
    }

    /** The root process of the browser on this folder. */
    ProcessHandle processOn(Path folder) {
        String argument = "--user-data-dir=" + folder;
        return ProcessHandle.allProcesses()
                .filter(candidate -> candidate.info().commandLine()
                        .filter(line -> line.contains(argument) && !line.contains("--type=")).isPresent())
                .findFirst().orElseThrow(() -> new IllegalStateException("The browser's process can't be found"));
    }
}
