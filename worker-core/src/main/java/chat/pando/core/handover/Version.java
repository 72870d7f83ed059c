package chat.pando.core.handover;

import chat.pando.protocol.ToCore;
import chat.pando.store.migration.Migrations;

/**
 * Which Pando a core is.
 *
 * @param url      where its worker's script lies, relative to the site, as in {@code worker.js?v=…}
 * @param protocol the version of the protocol that it speaks with tabs
 * @param schema   the version of the databases that it writes; it can read no later one
 */
public record Version(String url, int protocol, int schema) {

    /** This Pando, from that script. */
    public static Version current(String url) {
        return new Version(url, ToCore.VERSION, Migrations.current().latest());
    }
}
