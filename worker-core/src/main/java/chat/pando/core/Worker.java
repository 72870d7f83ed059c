package chat.pando.core;

import chat.pando.core.handover.Version;
import java.util.Optional;

/**
 * The worker whose program this core is.
 *
 * @param version which Pando it runs
 * @param origin  the homeserver that an empty address stands for: where the page came from
 * @param end     ends the worker, for good, when the core has gone: so that whoever asks for it again gets a new one
 */
public record Worker(Version version, Optional<String> origin, Runnable end) {}
