package chat.pando.browser;

/** The program of the SharedWorker: where TeaVM begins to compile {@code core.js}. */
public final class CoreWorker {

    private CoreWorker() {}

    public static void main(String[] args) {
        new BrowserLog().info("core started");
    }
}
