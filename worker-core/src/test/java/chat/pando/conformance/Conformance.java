package chat.pando.conformance;

import java.util.List;

/** One port's suite: the cases that every implementation of it passes. */
public interface Conformance {

    List<Case> cases();

    /** One named expectation, independent of all others. */
    record Case(String name, Body body) {}

    /** What a case does; it fails by throwing. */
    interface Body {

        void run() throws Exception;
    }
}
