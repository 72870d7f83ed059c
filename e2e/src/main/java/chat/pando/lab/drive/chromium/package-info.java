/**
 * Chromium, driven by the Chrome DevTools Protocol and by signals to its processes.
 *
 * <p>Only pages are attached to, never workers: a worker that takes an attached one's place would wait for a debugger.
 */
package chat.pando.lab.drive.chromium;
