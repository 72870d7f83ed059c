// Counts, from the page's beginning on, what the core tells the tab, by kind.
(() => {
    const heard = {};
    window.pandoHeard = heard;
    const Shared = window.SharedWorker;
    window.SharedWorker = function(...how) {
        const worker = new Shared(...how);
        worker.port.addEventListener('message', event => {
            const kind = JSON.parse(event.data).type;
            heard[kind] = (heard[kind] || 0) + 1;
        });
        return worker;
    };
})();
