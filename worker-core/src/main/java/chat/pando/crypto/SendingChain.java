package chat.pando.crypto;

/** The sending half of a session (Olm specification, "Sending normal messages"). */
sealed interface SendingChain {

    /** We have a ratchet key of our own and a chain that came of it. */
    record Active(RatchetKey ratchetKey, ChainKey chain) implements SendingChain {}

    /** The other side has turned the ratchet; our next message answers with a new ratchet key. */
    record Due(RemoteRatchetKey theirs) implements SendingChain {}
}
