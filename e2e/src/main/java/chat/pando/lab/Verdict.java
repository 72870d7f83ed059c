package chat.pando.lab;

/** What one seed came to. Jackson can write it. */
public interface Verdict {

    /** Whether nothing went wrong that must not. */
    boolean clean();
}
