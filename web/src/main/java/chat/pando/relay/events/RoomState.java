package chat.pando.relay.events;

import java.util.Optional;

/** The state of a room at one moment. */
@FunctionalInterface
public interface RoomState {

    Optional<Event> get(String type, String stateKey);

    default String membership(String userId) {
        return get(Event.MEMBER, userId).flatMap(Event::membership).orElse("leave");
    }

    default String joinRule() {
        return get(Event.JOIN_RULES, "").map(event -> event.content().path("join_rule").asString("invite"))
                .orElse("invite");
    }

    default PowerLevels powerLevels() {
        return PowerLevels.of(this);
    }
}
