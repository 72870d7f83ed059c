package chat.pando.e2e.law;

import java.util.List;

/** One law about the wire, which remembers of earlier requests what it needs. */
public interface WireLaw {

    /** A device has asked: what that breaks. */
    List<Breach> asked(Ask ask);

    /** The server has answered, before the device's next such request; whether the device has heard it or not. */
    default void answered(Ask ask, int status, byte[] body) {}
}
