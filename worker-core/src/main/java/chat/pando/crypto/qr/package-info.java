/**
 * What the QR code of a verification holds (spec, "QR codes", "QR code format"). Drawing and scanning it is the tab's
 * concern.
 */
package chat.pando.crypto.qr;
