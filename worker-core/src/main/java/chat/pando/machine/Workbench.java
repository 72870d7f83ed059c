package chat.pando.machine;

import chat.pando.crypto.Megolm;
import chat.pando.crypto.Olm;
import chat.pando.host.Host;
import chat.pando.store.DeviceAccount;
import chat.pando.store.RowReader;

/** What every part of the machine works with: the platform, the ciphers, and who we are. It never changes. */
record Workbench(Host host, RowReader rows, Olm olm, Megolm megolm, DeviceAccount self) {

    static Workbench of(Host host, RowReader rows, DeviceAccount self) {
        Olm olm = new Olm(host.primitives(), host.tasks());
        Megolm megolm = new Megolm(host.primitives(), host.tasks(), host.entropy());
        return new Workbench(host, rows, olm, megolm, self);
    }

    long now() {
        return host.clock().now();
    }
}
