/**
 * People at browsers: a profile is a browser on a folder, a tab is what a person does and sees in one.
 *
 * <p>Tabs are driven by the accessible names that DESIGN.md fixes and by the data attributes of messages, never by
 * markup or styles. Every wait is for a condition.
 */
package chat.pando.e2e.people;
