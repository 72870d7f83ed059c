package chat.pando.lab.bench;

/**
 * What one contender took once.
 *
 * @param micros µs for each thing done
 * @param pace   how long the processor took for the same steps right before and right after, whichever was longer
 */
record Repetition(double micros, double pace) {}
