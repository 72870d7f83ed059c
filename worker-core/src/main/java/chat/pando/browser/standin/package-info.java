/**
 * What TeaVM compiles in the place of classes that a browser has something better for, or no use for. The JVM never runs
 * these.
 */
package chat.pando.browser.standin;
