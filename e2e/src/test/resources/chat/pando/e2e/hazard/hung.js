// A core that hangs: it keeps what it has, hears no other core and tells none.
self.BroadcastChannel = class {
    postMessage() {}
    addEventListener() {}
    removeEventListener() {}
    close() {}
};
