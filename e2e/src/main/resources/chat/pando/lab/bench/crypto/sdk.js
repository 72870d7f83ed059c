'use strict';

// OlmMachine, on IndexedDB, with the same crowd: see chat.pando.bench.RoomKeyForMany.
importScripts('contender.js');
contend(import('./sdk/index.js').then(async library => {
  await library.initAsync();
  const {query, claim} = await (await fetch('crowd.json')).json();
  const share = sharing(library, query.device_keys, JSON.stringify(claim));
  return (measure, size) => share(size);
}));

let machines = 0;

function sharing({OlmMachine, UserId, DeviceId, RoomId, EncryptionSettings, RequestType}, deviceKeys, claim) {
  const self = '@self:bench.example';
  const room = () => new RoomId('!room:bench.example');
  const members = () => Object.keys(deviceKeys).map(user => new UserId(user));

  // A new device, which knows the keys of all and has uploaded its own.
  async function newMachine() {
    const store = 'sdk-' + machines++;
    const machine = await OlmMachine.initialize(new UserId(self), new DeviceId('BENCH'), store, 'a passphrase');
    await machine.updateTrackedUsers(members());
    for (const {id, type, body} of await machine.outgoingRequests()) {
      await machine.markRequestAsSent(id, type, answer(type, body));
    }
    return machine;
  }

  function answer(type, body) {
    if (type === RequestType.KeysUpload) {
      return JSON.stringify({one_time_key_counts: {signed_curve25519: 50}});
    }
    const asked = Object.keys(JSON.parse(body).device_keys).filter(user => user in deviceKeys);
    return JSON.stringify({device_keys: Object.fromEntries(asked.map(user => [user, deviceKeys[user]])), failures: {}});
  }

  return async size => {
    const machine = await newMachine();
    before();
    const begun = performance.now();
    const missing = await machine.getMissingSessions(members());
    await machine.markRequestAsSent(missing.id, missing.type, claim);
    const requests = await machine.shareRoomKey(room(), members(), new EncryptionSettings());
    const millis = performance.now() - begun;
    afterwards();
    machine.close();
    const sealed = requests.flatMap(({body}) => Object.values(JSON.parse(body).messages))
      .reduce((sum, ofUser) => sum + Object.keys(ofUser).length, 0);
    if (sealed !== size) {
      throw new Error('sealed for ' + sealed);
    }
    return millis;
  };
}
