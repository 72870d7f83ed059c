'use strict';

// Without SharedWorker this runs in a dedicated worker of one tab. No browser tells that tab when its worker closes
// itself, so it is told here.
if (!('onconnect' in self)) {
  const close = self.close.bind(self);
  self.close = () => {
    self.postMessage('closed');
    close();
  };
}

// A tab may connect while the core is still loading: its port waits here until the core takes the queue over.
self.pandoPorts = [];
self.onconnect = event => self.pandoPorts.push(event.ports[0]);

// The version is in this worker's URL; the same one belongs to the core, so that no cache mixes two of them.
// A core that can't be loaded goes away, so that the next who asks for it has it loaded again.
try {
  importScripts('core.js' + self.location.search);
  main([]);
} catch (failure) {
  self.close();
  throw failure;
}
