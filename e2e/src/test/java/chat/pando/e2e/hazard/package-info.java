/**
 * What befalls tabs, cores and storage, each test named after its hazard: nothing is lost, doubled or made up again.
 *
 * <p>Whether a tab went on in place is told by a mark on its page, which no reload keeps. What Chromium does is done to
 * it by Chromium itself: by DevTools, or by its own pages for discarding tabs and closing databases. What only another
 * browser does is simulated by a script that runs before the core's or the tab's.
 *
 * <table>
 * <caption>Which hazard is shown by which tests</caption>
 * <tr><th>Hazard</th><th>Tests</th><th>Shown by</th></tr>
 * <tr><td>A SharedWorker begins again silently: fresh globals, the same ports (Safari)</td>
 *     <td>{@code SilentRestartIT}</td><td>simulation: the core in a worker behind a bridge</td></tr>
 * <tr><td>A SharedWorker is killed without notice (Android), also before it has answered, also while somebody signs in;
 *     or can't be loaded; calls to it never settle</td>
 *     <td>{@code CoreDeathIT}, {@code CrashIT}</td><td>Chromium</td></tr>
 * <tr><td>No SharedWorker (WebViews, Samsung Internet)</td>
 *     <td>{@code WithoutSharedWorkerIT}, {@code FrozenLeaderIT}</td><td>simulation: it is deleted</td></tr>
 * <tr><td>No Web Locks, no IndexedDB</td><td>{@code OtherBrowsersIT}</td><td>simulation: they are deleted</td></tr>
 * <tr><td>A deploy brings a second worker and so a second core; a rollback a third</td>
 *     <td>{@code UpgradeIT}</td><td>Chromium</td></tr>
 * <tr><td>A deploy brings another protocol, another schema; a rollback finds data that it can't read</td>
 *     <td>{@code LaterVersionIT}, {@code UpgradeIT}</td><td>Chromium, with a core compiled as the later one</td></tr>
 * <tr><td>A page in the back/forward cache must not be posted to; a stale one comes back after a deploy</td>
 *     <td>{@code BackForwardCacheIT}</td><td>Chromium</td></tr>
 * <tr><td>Tabs are frozen, all at once, with what they hold (Energy Saver)</td>
 *     <td>{@code TabFateIT}, {@code FrozenLeaderIT}</td><td>Chromium</td></tr>
 * <tr><td>A tab is discarded, closed, or crashes; no port tells that</td>
 *     <td>{@code TabFateIT}</td><td>Chromium</td></tr>
 * <tr><td>A lock is no fence: two cores on one database</td><td>{@code FencingIT}</td><td>Chromium, its lock
 *     bypassed</td></tr>
 * <tr><td>The cure is worse than the fault: a core that waits for a busy one robs it, or one that hangs again and
 *     again</td><td>{@code LockWaitIT}</td><td>Chromium, with a core that is made to hang</td></tr>
 * <tr><td>{@code versionchange}, {@code onclose}, {@code onblocked}</td>
 *     <td>{@code DatabaseEventsIT}, {@code LaterVersionIT}</td><td>Chromium</td></tr>
 * <tr><td>Storage is evicted or damaged, a database deleted; an identity must not begin again</td>
 *     <td>{@code StorageHazardsIT}, {@code DatabaseEventsIT}</td><td>Chromium</td></tr>
 * <tr><td>The disk is full</td><td>{@code MessageErrorsIT}</td><td>Chromium</td></tr>
 * <tr><td>Changes are durable only if asked to be</td><td>{@code OtherBrowsersIT}, {@code CrashIT}</td>
 *     <td>Chromium</td></tr>
 * <tr><td>A transaction ends after one microtask (WebKit)</td><td>{@code OtherBrowsersIT}</td><td>simulation</td></tr>
 * <tr><td>Tabs race on a profile that is empty; one is shown an empty Pando</td>
 *     <td>{@code FirstRunIT}</td><td>Chromium, with a list of accounts that can't be read</td></tr>
 * <tr><td>Keys can't be stored as they are, curves are missing, signatures are randomised</td>
 *     <td>{@code EnginesIT}, {@code KeysStayInIT}, {@code ConformanceIT}</td><td>each engine</td></tr>
 * </table>
 */
package chat.pando.e2e.hazard;
