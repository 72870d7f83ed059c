package chat.pando.machine;

/** Why an event cannot be decrypted, as a person may read it. */
final class PlainWords {

    private PlainWords() {}

    static String of(Decryption.Reason reason) {
        return switch (reason) {
            case NO_KEY -> "The key for this message has not arrived yet.";
            case KEY_TOO_LATE -> "This message was sent before you were given the key.";
            case WITHHELD -> withheld("");
            case REPLAY -> "This is a copy of another message, so it is not shown.";
            case FORGED -> "This message is not from whom it says, or was changed on its way.";
            case MALFORMED -> "This message is damaged.";
            case UNKNOWN_ALGORITHM -> "This message is encrypted in a way that Pando does not know.";
        };
    }

    /** For the codes of the spec, "m.room_key.withheld". */
    static String withheld(String code) {
        return switch (code) {
            case "m.blacklisted" -> "The sender has blocked this device.";
            case "m.unverified" -> "The sender sends keys to verified devices only.";
            case "m.unauthorised" -> "You were not in the room when this message was sent.";
            case "m.unavailable" -> "The sender does not have the key for this message any more.";
            case "m.no_olm" -> "The sender's device could not reach this device.";
            default -> "The sender does not share the key for this message.";
        };
    }
}
