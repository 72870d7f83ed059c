package chat.pando.protocol;

/**
 * The core's answer to {@link Hello}.
 *
 * @param lock     the Web Lock that this core holds while it lives: a tab that is granted it (shared) knows the core died
 * @param sequence the number of this snapshot; the first update after it is {@code sequence + 1}
 * @param snapshot everything that the tab shows
 */
public record Welcome(String instance, String lock, long sequence, Snapshot snapshot) implements FromCore {}
