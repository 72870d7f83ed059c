package chat.pando.crypto.sas;

/**
 * A verification between two devices, as both of them know it.
 *
 * @param starter  who sent {@code m.key.verification.start}
 * @param accepter who sent {@code m.key.verification.accept}
 */
public record SasTransaction(SasParticipant starter, SasParticipant accepter, String transactionId) {

    /** The info of the short string (spec, "SAS HKDF calculation"). */
    String shortStringInfo() {
        return "MATRIX_KEY_VERIFICATION_SAS|" + part(starter) + part(accepter) + transactionId;
    }

    /** The info of a code that one of them makes, short of what the code is for (spec, "MAC calculation"). */
    String macInfo(SasParticipant from) {
        return "MATRIX_KEY_VERIFICATION_MAC" + from.name() + other(from).name() + transactionId;
    }

    SasParticipant other(SasParticipant one) {
        return one.equals(starter) ? accepter : starter;
    }

    private static String part(SasParticipant participant) {
        return participant.userId() + "|" + participant.deviceId() + "|" + participant.key().base64() + "|";
    }

    @Override
    public String toString() {
        return "SasTransaction";
    }
}
