package chat.pando.e2e.law;

/** A law that was broken, and by what. */
public record Breach(Law law, String what) {}
