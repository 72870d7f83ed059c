// Runs the core behind the bridge that this SharedWorker is, and can begin it again.
address => {
    const bridge = new SharedWorker(address);
    let core;
    bridge.port.onmessage = event => {
        window.lines = event.data;
        core.postMessage('connect', event.ports);
    };
    window.beginAgain = () => {
        core?.terminate();
        core = new Worker(address);
        bridge.port.postMessage('the core begins');
    };
    window.beginAgain();
}
