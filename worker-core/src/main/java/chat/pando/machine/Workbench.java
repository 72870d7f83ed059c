package chat.pando.machine;

import chat.pando.crypto.Megolm;
import chat.pando.crypto.Olm;
import chat.pando.host.Host;
import chat.pando.store.DeviceAccount;
import chat.pando.store.MachineTables;
import chat.pando.store.RowReader;

/** What every part of the machine works with: the platform, tables, ciphers, and who we are. It never changes. */
record Workbench(Host host, RowReader rows, MachineTables tables, Olm olm, Megolm megolm, DeviceAccount self) {

    static Workbench of(Host host, RowReader rows, DeviceAccount self) {
        Olm olm = new Olm(host.primitives());
        Megolm megolm = new Megolm(host.primitives(), host.entropy());
        return new Workbench(host, rows, MachineTables.of(rows), olm, megolm, self);
    }

    long now() {
        return host.clock().now();
    }
}
