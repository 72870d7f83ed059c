/**
 * Browsers as the lab drives them, whatever their engine and whatever protocol it is driven by.
 *
 * <p>What people do in a page goes through one script, {@code hands.js}, that every engine evaluates: so they all have
 * the same hands, and an engine's driver only has to open tabs and evaluate. What an engine or its driver can't do is
 * missing from its {@link chat.pando.lab.drive.Ability abilities}, never assumed.
 */
package chat.pando.lab.drive;
