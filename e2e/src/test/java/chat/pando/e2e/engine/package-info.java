/** People in tabs of engines that Playwright doesn't drive: what a test of those runs on. */
package chat.pando.e2e.engine;
