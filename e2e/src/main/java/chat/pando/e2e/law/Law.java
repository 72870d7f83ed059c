package chat.pando.e2e.law;

/** The laws that can be checked from outside. The numbers are those of DESIGN.md. */
public enum Law {
    /** 1: of a device's writers one at most is at work, and it shows as one /sync at a time. */
    ONE_SYNC_AT_A_TIME,
    /** 1: the epoch in the database never goes back. */
    EPOCH_NEVER_GOES_BACK,
    /** 2: a retry sends the same bytes under the same id. */
    SAME_BYTES_UNDER_ONE_ID,
    /** 3: the next /sync is the acknowledgement of the one before it, and of no earlier one. */
    SYNC_POSITION_GOES_ON,
    /** 4: one id stands for one one-time key, for a device's whole life. */
    ONE_TIME_KEY_ONCE,
    /** 5: a Megolm index is never used for two plaintexts. */
    MEGOLM_INDEX_ONCE,
    /** 5, for Olm: a key of a chain is never used for two plaintexts. */
    OLM_INDEX_ONCE,
    /** 6: sessions between devices that run Pando don't get wedged. */
    NO_WEDGED_SESSION,
    /** 7: everything taken for sending arrives. */
    NOTHING_LOST,
    /** 7: nothing arrives twice. */
    NOTHING_DOUBLED,
    /** 7: who is entitled to a message can read it. */
    EVERYTHING_READABLE,
    /** 9: every command settles. */
    COMMANDS_SETTLE,
    /** 9: a tab's page always answers. */
    TAB_NEVER_HANGS,
    /** 9: every tab shows what is there, and the same as the others. */
    TABS_AGREE,
    /** 10: a token stands in no address. */
    NO_TOKEN_IN_AN_ADDRESS,
    /** 11: no input makes a script throw. */
    NO_SCRIPT_THROWS,
    /** 11, for the core: nothing that it throws reaches its worker's console uncaught. */
    NO_WORKER_THROWS,
    /** Every answer of a homeserver may be read by a page of any origin (spec, "Web Browser Clients"). */
    ANSWERS_MAY_BE_READ
}
