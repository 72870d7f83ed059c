package chat.pando.lab.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Chooses what happens next. */
final class Steps {

    private final Random random;
    private final List<Step> table = new ArrayList<>();
    private final int weights;

    Steps(World world) {
        random = world.random();
        table.addAll(new Accidents(world).steps());
        table.addAll(new Deeds(world).steps());
        weights = table.stream().mapToInt(Step::weight).sum();
    }

    /** Takes a step that is possible, and says which it was. */
    String next() {
        while (true) {
            Optional<String> done = choose().action().get();
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    private Step choose() {
        int left = random.nextInt(weights);
        for (Step step : table) {
            left -= step.weight();
            if (left < 0) {
                return step;
            }
        }
        throw new IllegalStateException("the weights of the steps don't add up");
    }
}
