package chat.pando.store;

/** The tables of an account that are the E2EE machine's own. */
public record MachineTables(
        TrackedUsers trackedUsers,
        Devices devices,
        PandoDevices pandoDevices,
        OneTimeKeys oneTimeKeys,
        OlmSessions olmSessions,
        OlmTroubles olmTroubles,
        OutboundGroupSessions outboundSessions,
        InboundGroupSessions inboundSessions,
        RoomKeyShares keyShares,
        MegolmIndices megolmIndices,
        WithheldKeys withheldKeys,
        WantedKeys wantedKeys,
        WaitingLetters waitingLetters,
        LetterParts letterParts) {

    public static MachineTables of(RowReader rows) {
        return new MachineTables(
                new TrackedUsers(rows),
                new Devices(rows),
                new PandoDevices(rows),
                new OneTimeKeys(rows),
                new OlmSessions(rows),
                new OlmTroubles(rows),
                new OutboundGroupSessions(rows),
                new InboundGroupSessions(rows),
                new RoomKeyShares(rows),
                new MegolmIndices(rows),
                new WithheldKeys(rows),
                new WantedKeys(rows),
                new WaitingLetters(rows),
                new LetterParts(rows));
    }
}
