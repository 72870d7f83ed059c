// A core that tells how durable it asks each of its changes to be.
{
    const channel = new BroadcastChannel('durability');
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function(stores, mode, options) {
        if (mode === 'readwrite') {
            channel.postMessage(options?.durability ?? 'default');
        }
        return begin.call(this, stores, mode, options);
    };
}
