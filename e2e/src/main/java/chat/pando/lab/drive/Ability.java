package chat.pando.lab.drive;

/** Something that can be done to a tab, a core or a browser in some engines only. */
public enum Ability {
    /** {@link BrowserTab#hide} and {@link BrowserTab#show}. */
    HIDE_TAB,
    /** {@link BrowserTab#freeze} and {@link BrowserTab#thaw}. */
    FREEZE_TAB,
    /** {@link BrowserTab#discard}: a tab loses its page, which comes back when somebody looks at it. */
    DISCARD_TAB,
    /** {@link BrowserTab#crash}: the process of a page dies. */
    CRASH_TAB,
    /** A page that is left is kept whole: {@link BrowserTab#leave} and {@link BrowserTab#comeBack}. */
    KEEP_LEFT_PAGES,
    /** {@link Browser#killCore}: the shared workers end, their tabs don't. */
    KILL_CORE,
    /** {@link Browser#kill} as the kernel would, and {@link Browser#restart} on the same folder. */
    KILL_BROWSER,
    /** {@link Browser#setOffline}. */
    GO_OFFLINE
}
