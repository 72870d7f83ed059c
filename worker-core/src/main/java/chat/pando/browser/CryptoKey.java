package chat.pando.browser;

import org.teavm.jso.JSObject;

/** A key inside WebCrypto. Pando makes only non-extractable ones of its private keys. */
interface CryptoKey extends JSObject {}
