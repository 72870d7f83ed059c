// A core that can't open the list of accounts until a tab says that it may. It tells of each attempt.
{
    const open = IDBFactory.prototype.open;
    const channel = new BroadcastChannel('unreadable');
    let readable = false;
    channel.onmessage = () => { readable = true; };
    IDBFactory.prototype.open = function(name, ...rest) {
        if (name === 'pando' && !readable) {
            channel.postMessage('refused');
            throw new DOMException('The disk can not be read', 'UnknownError');
        }
        return open.call(this, name, ...rest);
    };
}
