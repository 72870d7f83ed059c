/**
 * The pace: when the next message of an account may leave, so that its homeserver need not refuse it.
 *
 * <p>Homeservers count what a person sends and refuse what is too much with 429 and the time to wait (spec, section
 * "Rate limiting"). Synapse's default for messages is 0.2 a second with a burst of 10 for each person ({@code
 * rc_message} in its configuration manual), counted in a leaky bucket. No server tells its limit, so it is learned from
 * refusals: a {@link chat.pando.channel.pace.Budget} holds what is known, and {@link chat.pando.channel.pace.Pace} lets
 * the rooms of an account share it. The rules, and why:
 *
 * <ul>
 *   <li>Nothing is held back until the server has refused something.
 *   <li>The first refusal says when the next message may come. After that one message goes at a time, until the next
 *       refusal: the times that both allow, and how many got through in between, give the interval.
 *   <li>From then on messages leave when they are due. What was not used is saved up; a refusal says when that was too
 *       much, and so how much the server lets anybody save.
 *   <li>Now and then, while messages wait, one goes ahead of time. Where it gets through, the limit is no longer what
 *       it was, and all is learned anew; where it is refused, the server says exactly when the next is due, so nothing is
 *       lost. Such attempts become rarer the more of them fail.
 *   <li>A limit that nothing was held back by for an hour is forgotten.
 * </ul>
 *
 * <p>Keys and acknowledgements come before text, text before files; within these, the room that has waited longest is
 * next. A refused message keeps its place. What goes straight to devices (room keys, requests for keys) is counted
 * apart by servers, and waits for no message.
 *
 * <p>Knows {@code store}, {@code host} and {@code json}; of messages only how urgent they are.
 */
package chat.pando.channel.pace;
