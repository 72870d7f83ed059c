package chat.pando.differential;

/** An Olm message between two implementations. */
record Parcel(int type, String body) {}
