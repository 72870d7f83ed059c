'use strict';

const PLAINTEXT_LENGTH = 400;

// What is encrypted: as long as a short message's event, different each time.
function plaintext(index) {
  const text = JSON.stringify({type: 'm.room.message', content: {msgtype: 'm.text', body: 'Message ' + index + ' '}});
  return text.padEnd(PLAINTEXT_LENGTH, '.');
}

// Connects a contender with the page: it is, or promises, a function that does one repetition of a measure with so many
// things, and returns or promises how many milliseconds the part took that counts.
function contend(ready) {
  self.onconnect = event => {
    const port = event.ports[0];
    port.onmessage = async ({data: {measure, size}}) => {
      paces.length = 0;
      try {
        const millis = await (await ready)(measure, size);
        port.postMessage({millis, pace: Math.max(...paces)});
      } catch (error) {
        port.postMessage({error: String(error)});
      }
    };
  };
}

// A thread that has just waited is slow for a while: its processor has slept. One contender has to wait where another has
// not, so each keeps busy before what is timed.
const BUSY_MILLIS = 40;

// Returns how many milliseconds a stretch of steps took.
function keepBusy(millis = BUSY_MILLIS) {
  const begun = performance.now();
  let stretches = 0;
  let now;
  do {
    outcome ^= steps(STRETCH); // kept, or it could be left out
    stretches++;
    now = performance.now();
  } while (now < begun + millis);
  return (now - begun) / stretches;
}

// Steps that don't wait for each other's results, so that they take all that a core can do: with a stranger's thread on the
// same core they take half as long again. What waits for its own results would take the same.
const STRETCH = 100_000;
let outcome = 0;

// All are small integers, for which a browser has but one kind of code.
function steps(count) {
  let a = 0;
  let b = 1;
  let c = 2;
  let d = 3;
  for (let i = 0; i < count; i++) {
    a = (a ^ (i + 7)) | (b & 1);
    b = (b ^ (i + 5)) | (c & 2);
    c = (c ^ (i + 3)) | (d & 4);
    d = (d ^ (i + 1)) | (a & 8);
  }
  return a ^ b ^ c ^ d;
}

// What stretches took right before and right after what was timed.
const AFTERWARDS_MILLIS = 10;
const paces = [];

function before() {
  paces.push(keepBusy());
}

function afterwards() {
  paces.push(keepBusy(AFTERWARDS_MILLIS));
}

// What lies in the memory of a WebAssembly module, and is freed after the repetition.
const made = [];

function keep(object) {
  made.push(object);
  return object;
}

// For contenders that do one thing after another on the worker's own thread.
function timed(measures) {
  return (measure, size) => {
    const run = measures[measure](size);
    before();
    const begun = performance.now();
    const right = run();
    const millis = performance.now() - begun;
    afterwards();
    made.splice(0).forEach(object => object.free());
    if (!right) {
      throw new Error('a wrong result');
    }
    return millis;
  };
}

function times(size, make) {
  return Array.from({length: size}, (_, index) => make(index));
}
