// Measures from inside a tab, from the page's beginning on: how soon it shows messages, how long calls take.
(() => {
    const settled = new Map();
    const sentAt = new Map();
    const shown = {};
    let port;
    let calls = 0;

    const Shared = window.SharedWorker;
    window.SharedWorker = function(...how) {
        const worker = new Shared(...how);
        port = worker.port;
        port.addEventListener('message', event => hear(JSON.parse(event.data), performance.now()));
        return worker;
    };

    function hear(message, now) {
        if (message.type === 'settled' && settled.has(message.id)) {
            settled.get(message.id)({ result: message.outcome.result, now });
            settled.delete(message.id);
        } else if (message.type === 'update') {
            message.deltas.filter(delta => delta.type === 'timeline_changed')
                .flatMap(delta => delta.changed)
                .filter(item => item.state === 'SENT' || item.state === 'sent')
                .forEach(item => { sentAt.has(item.key) || sentAt.set(item.key, now); });
        }
    }

    function call(command) {
        const id = 'bench' + ++calls;
        const start = performance.now();
        const answer = new Promise(resolve => settled.set(id, resolve));
        port.postMessage(JSON.stringify({ type: 'call', id, command }));
        return answer.then(({ result, now }) => ({ result, start, took: now - start }));
    }

    async function until(condition) {
        while (!condition()) {
            await new Promise(resolve => setTimeout(resolve, 1));
        }
    }

    /** Gives commands that change nothing, taking back what there is not: how long each answer took, in ms. */
    async function pings(room, count) {
        const took = [];
        for (let i = 0; i < count; i++) {
            took.push((await call({ type: 'discard_message', room, key: 'none' })).took);
        }
        return took;
    }

    /** Says so many things one after the other: until each was durable, and until the server had it, in ms. */
    async function messages(room, what, count) {
        const durable = [];
        const sent = [];
        for (let i = 0; i < count; i++) {
            const { result, start, took } = await call({ type: 'send_text', room, body: what + ' ' + i });
            durable.push(took);
            await until(() => sentAt.has(result.key));
            sent.push(sentAt.get(result.key) - start);
        }
        return { durable, sent };
    }

    /** Scrolls up until so many messages have come from the core: ms since the page's beginning. */
    async function scrollTo(count) {
        const log = () => document.querySelector('[role=log]');
        const ids = new Set();
        const note = () => log().querySelectorAll('article').forEach(article => ids.add(article.dataset.eventId));
        await until(() => log() && log().querySelector('article'));
        for (note(); ids.size < count; note()) {
            const before = ids.size;
            await until(() => {
                log().scrollTop = 0;
                note();
                return ids.size > before;
            });
        }
        return performance.now();
    }

    function noteFirstMessage() {
        if (!shown.at && document.querySelector('[role=log] article')) {
            shown.at = performance.now();
            const script = performance.getEntriesByType('resource').find(entry => /\/tab\.js/.test(entry.name));
            shown.afterScript = shown.at - script.responseEnd;
        }
    }
    /** When the first message stood in the timeline: ms since the page's beginning, and since its script was there. */
    async function ready() {
        await until(() => shown.at);
        return shown;
    }

    new MutationObserver(noteFirstMessage).observe(document, { childList: true, subtree: true });

    window.pandoBench = { pings, messages, scrollTo, ready };
})();
