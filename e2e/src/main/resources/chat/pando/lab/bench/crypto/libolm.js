'use strict';

// Where there is no window it takes itself for a module of Node.js.
self.window = self;
importScripts('contender.js', 'libolm/olm.js');
contend(Olm.init({locateFile: file => 'libolm/' + file}).then(() => timed(measures(Olm))));

function measures({Account, Session, InboundGroupSession, OutboundGroupSession}) {
  function newAccount() {
    const account = keep(new Account());
    account.create();
    const keys = JSON.parse(account.identity_keys());
    return {account, identity: keys.curve25519};
  }

  // The public keys that an account has just made.
  function newKeys(account, count) {
    account.generate_one_time_keys(count);
    const keys = JSON.parse(account.one_time_keys()).curve25519;
    account.mark_keys_as_published();
    return Object.values(keys);
  }

  function outbound(account, identity, key) {
    const session = keep(new Session());
    session.create_outbound(account, identity, key);
    return session;
  }

  function inbound(account, {identity, body}) {
    const session = keep(new Session());
    session.create_inbound_from(account, identity, body);
    const text = session.decrypt(0, body);
    account.remove_one_time_keys(session);
    return {session, text};
  }

  function newPair() {
    const [alice, bob] = [newAccount(), newAccount()];
    const [key] = newKeys(bob.account, 1);
    const mine = outbound(alice.account, bob.identity, key);
    const {body} = mine.encrypt(plaintext(0));
    return [mine, inbound(bob.account, {identity: alice.identity, body}).session];
  }

  function send(from, to, message) {
    const {type, body} = from.encrypt(message);
    return to.decrypt(type, body);
  }

  function newGroup() {
    const session = keep(new OutboundGroupSession());
    session.create();
    return session;
  }

  return {
    MEGOLM_DECRYPT(size) {
      const sender = newGroup();
      const receiver = keep(new InboundGroupSession());
      receiver.create(sender.session_key());
      const messages = times(size, index => sender.encrypt(plaintext(index)));
      return () => messages.map(message => receiver.decrypt(message))
        .every((decrypted, index) => decrypted.message_index === index && decrypted.plaintext.length === 400);
    },

    MEGOLM_ENCRYPT(size) {
      const sender = newGroup();
      const messages = times(size, plaintext);
      return () => messages.map(message => sender.encrypt(message)).length === size;
    },

    OLM_OUTBOUND(size) {
      const alice = newAccount();
      const devices = times(size, () => {
        const bob = newAccount();
        return {identity: bob.identity, key: newKeys(bob.account, 1)[0]};
      });
      return () => devices.map(({identity, key}) => outbound(alice.account, identity, key)).length === size;
    },

    OLM_INBOUND(size) {
      const bob = newAccount();
      const letters = newKeys(bob.account, size).map(key => {
        const alice = newAccount();
        const {body} = outbound(alice.account, bob.identity, key).encrypt(plaintext(0));
        return {identity: alice.identity, body};
      });
      return () => letters.map(letter => inbound(bob.account, letter)).every(({text}) => text.length === 400);
    },

    OLM_ALTERNATING(size) {
      const [alice, bob] = newPair();
      const messages = times(size, plaintext);
      return () => messages.every(message =>
        send(bob, alice, message).length === 400 && send(alice, bob, message).length === 400);
    },

    ONE_TIME_KEYS(size) {
      const {account} = newAccount();
      return () => newKeys(account, size).length === size;
    },
  };
}
