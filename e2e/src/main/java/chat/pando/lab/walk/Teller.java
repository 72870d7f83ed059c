package chat.pando.lab.walk;

import java.io.PrintStream;

/** Tells a person how a walk goes. */
record Teller(PrintStream out, boolean everything) {

    void tell(String line) {
        out.println(line);
    }

    /** What only those want to know who asked for it. */
    void tellMore(String line) {
        if (everything) {
            out.println(line);
        }
    }
}
