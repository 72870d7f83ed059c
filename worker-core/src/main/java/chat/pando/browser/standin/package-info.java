/**
 * What TeaVM compiles in the place of classes that a library has and a browser has no use for. The JVM never runs these.
 */
package chat.pando.browser.standin;
