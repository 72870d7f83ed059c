package chat.pando.channel.order;

import java.util.List;

/**
 * A channel after something has happened, and what is to be done about it, in this order, once the channel is
 * stored.
 */
public record Step(Channel channel, List<Effect> effects) {

    public Step {
        effects = List.copyOf(effects);
    }
}
