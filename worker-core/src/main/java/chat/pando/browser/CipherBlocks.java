package chat.pando.browser;

/** What AES-CBC may be asked to decrypt. */
final class CipherBlocks {

    private static final int LENGTH = 16;

    private CipherBlocks() {}

    /** Asked before WebCrypto is: in WebKitGTK 2.50 any other length takes the whole process down. */
    static boolean areWhole(int length) {
        return length > 0 && length % LENGTH == 0;
    }
}
