package chat.pando.relay.log;

/** What sort of change an entry of the log announces. */
public enum Kind {
    EVENT, RECEIPT, TYPING, ACCOUNT_DATA, TO_DEVICE, DEVICE_LIST
}
