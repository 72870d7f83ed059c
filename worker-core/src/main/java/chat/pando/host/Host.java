package chat.pando.host;

/** A platform: every port that the core needs, in one value. Tabs ({@link Ports}) and stores are handed over apart. */
public record Host(
        Clock clock,
        Entropy entropy,
        Primitives primitives,
        Http http,
        Network network,
        Locks locks,
        Broadcasts broadcasts,
        Json json,
        Tasks tasks,
        Log log) {}
