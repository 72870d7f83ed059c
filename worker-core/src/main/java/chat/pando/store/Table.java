package chat.pando.store;

/** The tables of an account's store; the names are those in IndexedDB and never change. */
public enum Table {
    /** Single rows: the account, the access token, the sync position, the sealing key. */
    META("meta"),
    ONE_TIME_KEYS("one_time_keys"),
    /** Per device's Curve25519 key: the Olm sessions with it. */
    OLM_SESSIONS("olm_sessions"),
    /** Devices with which Olm goes badly: their keys ran out, or their sessions are wedged. */
    OLM_TROUBLES("olm_troubles"),
    /** SHA-256 of Olm messages that were processed: a redelivered one is known and ignored. */
    OLM_HASHES("olm_hashes"),
    INBOUND_GROUP_SESSIONS("inbound_group_sessions"),
    OUTBOUND_GROUP_SESSIONS("outbound_group_sessions"),
    /** Per outbound session and user: which devices are entitled to it, from which index on. */
    ROOM_KEY_SHARES("room_key_shares"),
    /** Room keys that their senders keep from us, with the reason. */
    WITHHELD_KEYS("withheld_keys"),
    /** (session, index) → the event that used it: a replay is refused. */
    MEGOLM_INDICES("megolm_indices"),
    DEVICES("devices"),
    TRACKED_USERS("tracked_users"),
    /** Requests of the E2EE machine that must reach the server: key uploads, queries, claims, to-device messages. */
    REQUESTS("requests"),
    /** Letters to devices with which there is no Olm session yet. */
    LETTERS("letters"),
    /** Room keys that are missing, and when their senders are asked for them. */
    WANTED_KEYS("wanted_keys"),
    /** Other devices that have shown that they run Pando. */
    PANDO_DEVICES("pando_devices"),
    ROOMS("rooms"),
    MEMBERS("members"),
    TIMELINE("timeline"),
    /** Event id → timeline row, so that an event is stored once however often it comes. */
    EVENT_IDS("event_ids"),
    /** Stretches of a timeline that the server skipped and that are still to be fetched. */
    GAPS("gaps"),
    /** Events whose room key has not come yet. */
    UNDECRYPTABLE("undecryptable"),
    OUTBOX("outbox"),
    /** Long texts that came, or are coming, in parts. */
    TRANSFERS("transfers"),
    /** The parts of long texts, sent and received. */
    PARTS("parts"),
    /** Per room: which messages of which device are here, missing, asked for and acknowledged. */
    CHANNELS("channels"),
    /** Which event a numbered message of a device is. */
    NUMBERED("numbered"),
    /** Messages that wait for their causes. */
    PARKED("parked"),
    /** What timelines tell to be missing. */
    MISSING("missing"),
    /** Commands that were carried out, by client id: a repeated one is not carried out twice. */
    COMMANDS("commands");

    private final String stored;

    Table(String stored) {
        this.stored = stored;
    }

    /** The name at rest. */
    public String stored() {
        return stored;
    }
}
