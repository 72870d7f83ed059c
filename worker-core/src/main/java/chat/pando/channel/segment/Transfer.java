package chat.pando.channel.segment;

/**
 * What all parts of one text have in common.
 *
 * @param id     random, so that the same text sent twice is two transfers
 * @param count  how many parts there are
 * @param length of the whole text, in bytes of UTF-8
 * @param sha256 of the whole text as UTF-8, in unpadded base64
 */
public record Transfer(String id, int count, int length, String sha256) {

    /** The longest text that can be sent: 4 MiB. */
    public static final int MAX_LENGTH = 4 * 1024 * 1024;

    /** What a text of control characters needs, each of which takes six bytes on the wire, and some to spare. */
    public static final int MAX_COUNT = 1024;

    private static final int MAX_ID = 64;

    /** Whether it is one that can be put together: only such a one is worth keeping anything for. */
    public boolean isSound() {
        return id.matches("[A-Za-z0-9_-]{1," + MAX_ID + "}")
                && count >= 2
                && count <= MAX_COUNT
                && length >= count
                && length <= MAX_LENGTH
                && sha256.matches("[A-Za-z0-9+/]{43}");
    }

    @Override
    public String toString() {
        return "Transfer[" + count + " parts, " + length + " bytes]"; // a hash can tell what a text is
    }
}
