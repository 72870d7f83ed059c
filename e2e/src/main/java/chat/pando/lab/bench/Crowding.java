package chat.pando.lab.bench;

/**
 * What was measured while so many tabs were open. Times in ms, sizes in bytes.
 *
 * @param tabs    how many show the room, the one that measures included; the others are hidden
 * @param ping    a command that changes nothing, from the tab to the core and back
 * @param durable from sending a message until the core has stored it
 * @param sent    until the tab knows that the server has it
 * @param usable  one tab more: from the end of its script's download until it shows the room's messages
 * @param core    the core's heap
 * @param tab     the heap of the tab that measures
 */
public record Crowding(int tabs, Spread ping, Spread durable, Spread sent, Spread usable, long core, long tab) {}
