// What a script of the page's origin can learn of the CryptoKeys that are stored: for each, what it is, and whether any
// of its bytes can be had.
async () => {
    const done = request => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const keysIn = value => {
        if (value instanceof CryptoKey) {
            return [value];
        }
        return value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)
            ? Object.values(value).flatMap(keysIn) : [];
    };
    const canBeRead = async key => {
        const tries = ['raw', 'pkcs8', 'jwk'].map(format => crypto.subtle.exportKey(format, key));
        return (await Promise.allSettled(tries)).some(outcome => outcome.status === 'fulfilled');
    };
    const found = [];
    for (const {name} of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const values = await done(database.transaction(store).objectStore(store).getAll());
            for (const key of values.flatMap(keysIn)) {
                found.push({store, type: key.type, algorithm: key.algorithm.name, readable: await canBeRead(key)});
            }
        }
        database.close();
    }
    return found;
}
