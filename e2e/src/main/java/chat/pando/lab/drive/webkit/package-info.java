/**
 * WebKitGTK's MiniBrowser, driven by W3C WebDriver over HTTP, on a display of its own.
 *
 * <p>Under automation it keeps nothing on disk: what is stored ends with the browser.
 */
package chat.pando.lab.drive.webkit;
