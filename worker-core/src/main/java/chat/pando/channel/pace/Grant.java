package chat.pando.channel.pace;

/**
 * That a message may go now.
 *
 * @param number counts up with each grant of this core
 * @param at     when it was given
 * @param slot   the time that the budget thought it was due
 * @param ahead  whether it was let go ahead of that, to find out whether the limit still holds
 */
record Grant(long number, long at, long slot, boolean ahead) {}
