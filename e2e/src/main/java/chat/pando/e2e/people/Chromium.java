package chat.pando.e2e.people;

import chat.pando.lab.drive.Patience;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What Playwright switches off and people have. */
    private static final List<String> NOT_FOR_PEOPLE = List.of("--disable-back-forward-cache");

    /** The browser on this machine; where there is none, Playwright brings its own. */
    public static Optional<Path> onThisMachine() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Starts a Playwright, which need not fetch a browser where there is one. */
    public static Playwright playwright(Optional<Path> executable) {
        Map<String, String> environment = executable.isPresent()
                ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    /** Starts it on a folder, which holds the profile. */
    public BrowserContext launch(Path folder) {
        BrowserType.LaunchPersistentContextOptions options = new BrowserType.LaunchPersistentContextOptions()
                .setArgs(FLAGS).setIgnoreDefaultArgs(NOT_FOR_PEOPLE).setHeadless(!headed).setViewportSize(1280, 800)
                .setTimeout(Patience.MS);
        executable.ifPresent(options::setExecutablePath);
        BrowserContext context = playwright.chromium().launchPersistentContext(folder, options);
        context.setDefaultTimeout(Patience.MS);
        return context;
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
