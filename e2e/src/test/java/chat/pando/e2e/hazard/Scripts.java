package chat.pando.e2e.hazard;

import chat.pando.e2e.people.PageScript;

/** Scripts that make or measure a hazard, from this package's resources. */
final class Scripts {

    private Scripts() {}

    static String read(String name) {
        return PageScript.beside(Scripts.class, name);
    }
}
