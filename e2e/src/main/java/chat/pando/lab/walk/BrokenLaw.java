package chat.pando.lab.walk;

import chat.pando.e2e.law.Law;

/** A law that was found broken after a step; the step after the last stands for the check at the end. */
public record BrokenLaw(int step, Law law, String what) {

    @Override
    public String toString() {
        return "after step " + step + ", " + law + ": " + what;
    }
}
