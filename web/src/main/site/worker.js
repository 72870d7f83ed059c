'use strict';

// A tab may connect while the core is still loading: its port waits here until the core takes the queue over.
self.pandoPorts = [];
self.onconnect = event => self.pandoPorts.push(event.ports[0]);

// The version is in this worker's URL; the same one belongs to the core, so that no cache mixes two of them.
importScripts('core.js' + self.location.search);
main([]);
