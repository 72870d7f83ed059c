/** Firefox, driven by WebDriver BiDi over the WebSocket that it offers itself, and by signals to its processes. */
package chat.pando.lab.drive.firefox;
