'use strict';

// It greets the world when it starts, in an element that it adds to the page: here is something like a page.
self.Window = SharedWorkerGlobalScope;
self.document = {createElement: () => ({}), body: {appendChild: element => element}};
importScripts('contender.js');
contend(import('./vodozemac/vodozemac.js').then(async library => {
  await library.default();
  return timed(measures(library));
}));

function measures({Account, GroupSession, InboundGroupSession}) {
  const encoder = new TextEncoder();
  const bytes = index => encoder.encode(plaintext(index));

  // The public keys that an account has just made.
  function newKeys(account, count) {
    account.generate_one_time_keys(count);
    const keys = account.one_time_keys;
    account.mark_keys_as_published();
    return keys instanceof Map ? [...keys.values()] : Object.values(keys);
  }

  function newPair() {
    const [alice, bob] = [keep(new Account()), keep(new Account())];
    const [key] = newKeys(bob, 1);
    const mine = keep(alice.create_outbound_session(bob.curve25519_key, key));
    const first = mine.encrypt(bytes(0));
    const {session} = bob.create_inbound_session(alice.curve25519_key, first.message_type, first.ciphertext);
    return [mine, keep(session)];
  }

  function send(from, to, message) {
    const sent = from.encrypt(message);
    return to.decrypt(sent.message_type, sent.ciphertext);
  }

  return {
    MEGOLM_DECRYPT(size) {
      const outbound = keep(new GroupSession());
      const inbound = keep(new InboundGroupSession(outbound.session_key));
      const messages = times(size, index => outbound.encrypt(bytes(index)));
      return () => messages.map(message => inbound.decrypt(message))
        .every((decrypted, index) => decrypted.message_index === index && decrypted.plaintext.length === 400);
    },

    MEGOLM_ENCRYPT(size) {
      const outbound = keep(new GroupSession());
      const messages = times(size, bytes);
      return () => messages.map(message => outbound.encrypt(message)).length === size;
    },

    OLM_OUTBOUND(size) {
      const alice = keep(new Account());
      const devices = times(size, () => {
        const bob = keep(new Account());
        return {identity: bob.curve25519_key, key: newKeys(bob, 1)[0]};
      });
      return () => devices.map(({identity, key}) => keep(alice.create_outbound_session(identity, key))).length === size;
    },

    OLM_INBOUND(size) {
      const bob = keep(new Account());
      const letters = newKeys(bob, size).map(key => {
        const alice = keep(new Account());
        const {message_type, ciphertext} =
          keep(alice.create_outbound_session(bob.curve25519_key, key)).encrypt(bytes(0));
        return {identity: alice.curve25519_key, message_type, ciphertext};
      });
      return () => letters.map(letter =>
        keep(bob.create_inbound_session(letter.identity, letter.message_type, letter.ciphertext)))
        .every(begun => begun.plaintext.length === 400);
    },

    OLM_ALTERNATING(size) {
      const [alice, bob] = newPair();
      const messages = times(size, bytes);
      return () => messages.every(message =>
        send(bob, alice, message).length === 400 && send(alice, bob, message).length === 400);
    },

    ONE_TIME_KEYS(size) {
      const account = keep(new Account());
      return () => newKeys(account, size).length === size;
    },
  };
}
