// Counts how often a core asks the others to leave.
() => {
    window.asks = 0;
    window.cores = new BroadcastChannel('pando-cores');
    window.cores.onmessage = event => { window.asks += JSON.parse(event.data).type === 'ask' ? 1 : 0; };
}
