// A matrix-js-sdk client that a test drives: commands come as JSON lines on stdin, answers and events go as JSON lines
// to stdout. {"id":1,"do":"send","room":"!r","body":"hi"} is answered by {"id":1,"ok":…} or {"id":1,"error":"…"}.
import { createInterface } from 'node:readline';
import { ClientEvent, createClient, MatrixEventEvent, RoomEvent } from 'matrix-js-sdk';
import { logger } from 'matrix-js-sdk/lib/logger.js';

// All of Node 22 that matrix-js-sdk needs and Node 20 lacks.
Promise.withResolvers ??= function withResolvers() {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
};

logger.disableAll();
for (const level of ['log', 'info', 'debug', 'warn', 'trace']) {
    console[level] = (...said) => process.stderr.write(said.map(String).join(' ') + '\n');
}

const tell = message => process.stdout.write(JSON.stringify(message) + '\n');
let client;

const isMessage = event => event.getType() === 'm.room.message' || event.isDecryptionFailure();

const asTold = event => ({
    encrypted: event.isEncrypted(),
    failed: event.isDecryptionFailure(),
    body: event.getContent().body ?? '',
});

/** Tells of each message once it is decrypted: those of one sync in any order. */
function tellOfMessage(event) {
    if (isMessage(event)) {
        tell(asTold(event));
    }
}

function listen() {
    client.on(RoomEvent.Timeline, event => {
        if (event.status === null && !event.isBeingDecrypted()) {
            tellOfMessage(event);
        }
    });
    client.on(MatrixEventEvent.Decrypted, tellOfMessage);
}

/** Resolves once the condition holds; what it is about changes with syncs only. */
function until(condition) {
    return new Promise(resolve => {
        const check = () => {
            if (condition()) {
                client.off(ClientEvent.Sync, check);
                resolve();
            }
        };
        client.on(ClientEvent.Sync, check);
        check();
    });
}

/**
 * Resolves once the crypto knows that a room is encrypted, which it takes in after the room's state, of its own accord and
 * without telling: so it is asked, again and again.
 */
async function untilEncryptionIsKnown(room) {
    await until(() => client.getRoom(room)?.hasEncryptionStateEvent() ?? false);
    while (!await client.getCrypto().isEncryptionEnabledInRoom(room)) {
        await new Promise(again => setTimeout(again, 20));
    }
}

const commands = {
    async start({ homeserver, username, password }) {
        const anonymous = createClient({ baseUrl: homeserver });
        const account = await anonymous.registerRequest({ username, password, auth: { type: 'm.login.dummy' } });
        client = createClient({
            baseUrl: homeserver,
            accessToken: account.access_token,
            userId: account.user_id,
            deviceId: account.device_id,
        });
        await client.initRustCrypto({ useIndexedDB: false });
        listen();
        await client.startClient({ initialSyncLimit: 20 });
        await until(() => client.isInitialSyncComplete());
        return { userId: account.user_id };
    },
    async createRoom({ name, invite }) {
        const room = await client.createRoom({
            name,
            invite,
            preset: 'private_chat',
            initial_state: [{
                type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' },
            }],
        });
        await untilEncryptionIsKnown(room.room_id);
        return { room: room.room_id };
    },
    /** Waits for an invitation and accepts it. */
    async acceptInvitation() {
        const invited = () => client.getRooms().find(room => room.getMyMembership() === 'invite');
        await until(invited);
        const room = invited().roomId;
        await client.joinRoom(room);
        await untilEncryptionIsKnown(room);
        return { room };
    },
    /** The messages that a person would see in the room, in the order in which they would see them. */
    async timeline({ room }) {
        const events = client.getRoom(room).getLiveTimeline().getEvents();
        await Promise.all(events.map(event => client.decryptEventIfNeeded(event)));
        return { messages: events.filter(isMessage).map(asTold) };
    },
    async send({ room, body }) {
        const sent = await client.sendTextMessage(room, body);
        return { event: sent.event_id };
    },
};

createInterface({ input: process.stdin }).on('line', async line => {
    const { id, do: name, ...how } = JSON.parse(line);
    try {
        tell({ id, ok: await commands[name](how) });
    } catch (error) {
        tell({ id, error: String(error?.stack ?? error) });
    }
}).on('close', () => process.exit(0));
