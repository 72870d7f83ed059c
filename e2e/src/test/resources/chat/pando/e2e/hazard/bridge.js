// A SharedWorker can be ended and begun again with fresh globals while its tabs keep their ports: Safari does so (WebKit
// bug 318873). Chromium never does. So here the core runs in a worker of some page, and the SharedWorker that tabs ask
// for only leads their ports to it: behind them the core can be begun again.
if (typeof SharedWorkerGlobalScope === 'function' && self instanceof SharedWorkerGlobalScope) {
    const tabs = [];
    let keeper;

    const lead = tab => {
        const {port1, port2} = new MessageChannel();
        tab.core = port1;
        port1.onmessage = event => tab.port.postMessage(event.data);
        keeper.postMessage(tabs.length, [port2]);
    };
    const connect = port => {
        const tab = {port};
        port.onmessage = event => {
            if (event.data === 'the core begins') {
                keeper = port;
                tabs.forEach(lead);
            } else {
                tab.core.postMessage(event.data);
            }
        };
        if (keeper) {
            tabs.push(tab);
            lead(tab);
        }
    };
    self.importScripts = () => {};
    self.main = () => {
        self.pandoPorts.forEach(connect);
        self.onconnect = event => connect(event.ports[0]);
    };
} else {
    self.SharedWorkerGlobalScope = class {
        static [Symbol.hasInstance]() {
            return true;
        }
    };
    self.onconnect = null;
    self.addEventListener('message', event => self.onconnect({ports: event.ports}));
}
