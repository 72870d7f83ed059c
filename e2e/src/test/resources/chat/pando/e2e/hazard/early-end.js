// A browser in which a transaction takes no more requests than those that are made at once, when it begins or when an
// answer comes: after one microtask it is over (WebKit bug 222746).
{
    const usable = new WeakSet();
    const use = transaction => {
        usable.add(transaction);
        queueMicrotask(() => usable.delete(transaction));
    };
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function(...given) {
        const transaction = begin.apply(this, given);
        use(transaction);
        return transaction;
    };
    for (const kind of ['get', 'getAll', 'getAllKeys', 'getAllRecords', 'openCursor', 'put', 'delete', 'count']) {
        const ask = IDBObjectStore.prototype[kind];
        if (!ask) {
            continue;
        }
        IDBObjectStore.prototype[kind] = function(...given) {
            const transaction = this.transaction;
            if (!usable.has(transaction)) {
                throw new DOMException('It was over after one microtask', 'TransactionInactiveError');
            }
            return ask.apply(this, given);
        };
    }
    const answer = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
    Object.defineProperty(IDBRequest.prototype, 'onsuccess', {
        set(listener) {
            answer.set.call(this, event => {
                if (this.transaction) {
                    use(this.transaction);
                }
                listener.call(this, event);
            });
        },
    });
}
