// Reads messages of SDS in base64, one a line, and says what @waku/sds reads in each. Then has two of its channels talk,
// and says what they wrote and what stands in it, so that others can read it.
import { ContentMessage, Message, MessageChannel } from "@waku/sds";
import { createInterface } from "node:readline";

const base64 = (bytes) => Buffer.from(bytes ?? []).toString("base64");
const entry = ({ messageId, retrievalHint, senderId }) => ({ id: messageId, hint: base64(retrievalHint), sender: senderId ?? "" });

const told = (message) => ({
    kind: message.constructor.name,
    sender: message.senderId,
    id: message.messageId,
    channel: message.channelId,
    lamport: String(message.lamportTimestamp),
    history: message.causalHistory.map(entry),
    bloom: base64(message.bloomFilter),
    requests: message.repairRequest.map(entry),
    content: base64(message.content),
});

const say = (what, message, bytes) => console.log(JSON.stringify({ what, ...told(message), bytes: base64(bytes) }));

for await (const line of createInterface({ input: process.stdin })) {
    say("read", Message.decode(Buffer.from(line, "base64")), []);
}

const wrote = [];
const write = (channel, text) =>
    channel.pushOutgoingMessage(new TextEncoder().encode(text), async (message) => {
        wrote.push(message);
        return { success: true, retrievalHint: new TextEncoder().encode("$" + text) };
    });

const alice = new MessageChannel("room", "alice");
const bob = new MessageChannel("room", "bob");
for (const [from, to, text] of [[alice, bob, "one"], [bob, alice, "two"], [alice, bob, "three ü"]]) {
    await write(from, text);
    await from.processTasks();
    to.pushIncomingMessage(wrote.at(-1));
    await to.processTasks();
}
await alice.pushOutgoingSyncMessage(async (message) => Boolean(wrote.push(message)));
await alice.processTasks();
wrote.forEach((message) => say("wrote", message, message.encode()));

const plain = new ContentMessage("m2", "room", "carol", [{ messageId: "m1" }], 1n << 52n, undefined, Buffer.from("plain"),
    [{ messageId: "m0", retrievalHint: Buffer.from("$m0"), senderId: "dave" }]);
say("wrote", plain, plain.encode());
