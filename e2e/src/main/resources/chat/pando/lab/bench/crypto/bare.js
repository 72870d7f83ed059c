'use strict';

// What can't be done without: for each measure the calls of WebCrypto and of Pando's hashing program that whoever builds
// on them must make, and nothing around them. Nothing is parsed, copied or kept; keys are loaded, key pairs prepared.
// What may be in flight together is.
importScripts('contender.js');
contend(hashingProgram().then(hashes => async (measure, size) => {
  const run = await measures(hashes)[measure](size);
  before();
  const begun = performance.now();
  await run();
  const millis = performance.now() - begun;
  afterwards();
  return millis;
}));

const ROOM = 1 << 16;

// As the core starts it (WasmHashes).
async function hashingProgram() {
  const module = await WebAssembly.compileStreaming(fetch('hashing.wasm'));
  const memory = new WebAssembly.Memory({initial: 3, maximum: 3});
  const constant = value => new WebAssembly.Global({value: 'i32', mutable: false}, value);
  const imports = {env: {memory}, teavmMemory: {heapOffset: constant(2 * ROOM), maxSize: constant(3 * ROOM)}};
  for (const {module: from, name} of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] ??= () => {};
  }
  return (await WebAssembly.instantiate(module, imports)).exports;
}

function measures(hashes) {
  const subtle = crypto.subtle;
  const random = length => crypto.getRandomValues(new Uint8Array(length));

  // As long as a message of 400 bytes is when it is authenticated, and as its ciphertext.
  const AUTHENTICATED = 432;
  const CIPHERTEXT = 416;

  const step = () => hashes.hmac(32, 1);
  const authenticate = () => hashes.hmac(32, AUTHENTICATED);
  const messageKeys = secretLength => hashes.hkdf(secretLength, 0, 11, 80);
  const rootKeys = (secretLength, saltLength) => hashes.hkdf(secretLength, saltLength, 11, 64);
  const sessionId = () => hashes.sha256(96);

  const newPair = () => subtle.generateKey('X25519', false, ['deriveBits']);
  const newPairs = count => Promise.all(times(count, newPair));
  const exported = pair => subtle.exportKey('raw', pair.publicKey);
  const imported = bytes => subtle.importKey('raw', bytes, 'X25519', false, []);
  const agree = (mine, theirs) => subtle.deriveBits({name: 'X25519', public: theirs}, mine, 256);
  const newSigner = () => subtle.generateKey('Ed25519', false, ['sign', 'verify']);

  async function cbc(usage, data) {
    const key = await subtle.importKey('raw', AES_KEY, 'AES-CBC', false, [usage]);
    return subtle[usage]({name: 'AES-CBC', iv: IV}, key, data);
  }
  const AES_KEY = random(32);
  const IV = random(16);
  const encrypt = plaintext => cbc('encrypt', plaintext);
  const decrypt = ciphertext => cbc('decrypt', ciphertext);

  // The public halves of two key pairs of each of so many other devices, and so many prepared pairs of our own.
  async function devices(count) {
    const theirs = await Promise.all((await newPairs(2 * count)).map(exported));
    const mine = await newPairs(count);
    return times(count, index => ({mine: mine[index].privateKey, theirs: theirs.slice(2 * index, 2 * index + 2)}));
  }

  // Three agreements between two key pairs here and two there, and the first root key and chain.
  async function begin(identity, {mine, theirs}) {
    const [one, other] = await Promise.all(theirs.map(imported));
    await Promise.all([agree(identity, other), agree(mine, one), agree(mine, other)]);
    rootKeys(96, 0);
    sessionId();
  }

  async function turn(mine, theirs) {
    await agree(mine, theirs);
    rootKeys(32, 32);
  }

  // A step of an Olm chain, to a message key and the next chain key, and the message's own keys.
  function olmKeys() {
    step();
    step();
    messageKeys(32);
  }

  return {
    async MEGOLM_DECRYPT(size) {
      const signer = await newSigner();
      const bytes = await subtle.exportKey('raw', signer.publicKey);
      const messages = await Promise.all(times(size, async () => {
        const message = random(AUTHENTICATED + 8);
        return {message, signature: await subtle.sign('Ed25519', signer.privateKey, message),
          ciphertext: await encrypt(random(PLAINTEXT_LENGTH))};
      }));
      return async () => {
        const key = await subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
        await Promise.all(messages.map(({message, signature, ciphertext}) => {
          step();
          messageKeys(128);
          authenticate();
          return Promise.all([subtle.verify('Ed25519', key, signature, message), decrypt(ciphertext)]);
        }));
      };
    },

    async MEGOLM_ENCRYPT(size) {
      const {privateKey} = await newSigner();
      const plaintexts = times(size, () => random(PLAINTEXT_LENGTH));
      const message = random(AUTHENTICATED + 8);
      return () => Promise.all(plaintexts.map(plaintext => {
        step();
        messageKeys(128);
        const ciphertext = encrypt(plaintext);
        authenticate();
        return Promise.all([ciphertext, subtle.sign('Ed25519', privateKey, message)]);
      }));
    },

    async OLM_OUTBOUND(size) {
      const {privateKey} = await newPair();
      const others = await devices(size);
      return () => Promise.all(others.map(device => begin(privateKey, device)));
    },

    async OLM_INBOUND(size) {
      const {privateKey} = await newPair();
      const others = await devices(size);
      const ciphertext = await encrypt(random(PLAINTEXT_LENGTH));
      return () => Promise.all(others.map(async device => {
        await begin(privateKey, device);
        olmKeys();
        authenticate();
        return decrypt(ciphertext);
      }));
    },

    async OLM_ALTERNATING(size) {
      const pairs = await newPairs(2 * size);
      const theirs = await Promise.all((await newPairs(2 * size)).map(exported));
      const plaintext = random(PLAINTEXT_LENGTH);
      const ciphertext = await encrypt(plaintext);
      return async () => {
        for (let message = 0; message < 2 * size; message++) {
          // Their new key is loaded once, for the turn that reads with it and for the one that answers it.
          const {privateKey} = pairs[message];
          const key = await imported(theirs[message]);
          await turn(privateKey, key);
          olmKeys();
          authenticate();
          await decrypt(ciphertext);
          await turn(privateKey, key);
          olmKeys();
          authenticate();
          await encrypt(plaintext);
        }
      };
    },

    ONE_TIME_KEYS(size) {
      return () => Promise.all(times(size, () => newPair().then(exported)));
    },
  };
}
