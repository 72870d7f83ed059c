package chat.pando.browser;

/** A new private key with the 32 bytes of its public half. */
record WebKeyPair(WebKey privateKey, byte[] publicKey) {

    @Override
    public String toString() {
        return "WebKeyPair[" + privateKey + "]";
    }
}
