/** How this run of the tests is set: by the build, and by whoever started it. Knows nothing else. */
package chat.pando.e2e.setting;
