// A core on a slow disk: it waits two seconds longer for each database.
{
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...named) {
        const request = open.apply(this, named);
        Object.defineProperty(request, 'onsuccess', {
            set: act => request.addEventListener('success', event => setTimeout(act, 2000, event))
        });
        return request;
    };
}
