package chat.pando.store;

/** Which end of a range is read first. */
public enum Direction {
    ASCENDING,
    DESCENDING
}
