package chat.pando.lab.walk;

/** What a step did and what came of it, in words. */
public record StepRecord(int step, String what, String outcome, long ms) {

    @Override
    public String toString() {
        return step + " " + what + ": " + outcome + " (" + ms + " ms)";
    }
}
