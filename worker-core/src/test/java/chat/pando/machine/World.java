package chat.pando.machine;

import chat.pando.crypto.Olm;
import chat.pando.crypto.OneTimeKey;
import chat.pando.host.Host;
import chat.pando.json.JsonObject;
import chat.pando.jvm.ManualClock;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.DeviceAccount;
import java.util.Arrays;

/** A key server, a clock, one room, and the clients that a test makes. */
public final class World {

    public static final RoomId ROOM = new RoomId("!room:test");
    public static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    public final ManualClock clock = new ManualClock(1_700_000_000_000L);
    public final KeyServer server = new KeyServer();

    /** A device whose keys are on the server. */
    public Client client(String user, String device) {
        Client client = new Client(server, clock, user, device);
        client.flush();
        return client;
    }

    /** A device that has just been made: nobody knows its keys yet. */
    public Client fresh(String user, String device) {
        return new Client(server, clock, user, device);
    }

    /** A device that nobody uses: its keys and a single one-time key lie on the server. */
    void device(UserId user, DeviceId device) {
        Host host = TestHost.of(clock, 0);
        Olm olm = new Olm(host.primitives());
        DeviceAccount account = new DeviceAccount(user, device, olm.newAccount());
        DeviceSignatures signing = new DeviceSignatures(host.primitives());
        OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);
        JsonObject signed = signing.sign(
                JsonObject.builder().put("key", key.publicKey().base64()).build(), account);
        server.register(user, device);
        server.tamper(user, device, new DeviceKeys(signing).own(account));
        server.plant(user, device, "signed_curve25519:" + key.keyId(), signed);
    }

    /** All clients' users are in the room, and know it. */
    public void meet(Client... clients) {
        Arrays.stream(clients).forEach(each -> server.join(ROOM, each.user()));
        sync(clients);
    }

    /** Each client syncs and sends what it then has to send, in turn. */
    public void sync(Client... clients) {
        for (Client client : clients) {
            client.sync();
            client.flush();
        }
    }
}
