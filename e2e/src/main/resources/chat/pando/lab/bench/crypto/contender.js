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
      try {
        port.postMessage({millis: await (await ready)(measure, size)});
      } catch (error) {
        port.postMessage({error: String(error)});
      }
    };
  };
}

// A thread that has just waited is slow for a while: its processor has slept. One contender has to wait where another has
// not, so each keeps busy before what is timed.
const BUSY_MILLIS = 40;

function keepBusy(millis = BUSY_MILLIS) {
  const until = performance.now() + millis;
  while (performance.now() < until) {
    // nothing else
  }
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
    keepBusy();
    const begun = performance.now();
    const right = run();
    const millis = performance.now() - begun;
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
