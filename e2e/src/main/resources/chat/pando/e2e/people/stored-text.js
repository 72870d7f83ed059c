// All that the page's origin has stored, as one text: names, keys and values of every database, and both storages.
async () => {
    const done = request => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const text = value => {
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
            return new TextDecoder().decode(value);
        }
        if (Array.isArray(value)) {
            return value.map(text).join(' ');
        }
        if (value !== null && typeof value === 'object') {
            return Object.entries(value).map(([name, member]) => name + ' ' + text(member)).join(' ');
        }
        return String(value);
    };
    const found = [text({...localStorage}), text({...sessionStorage})];
    for (const {name} of await indexedDB.databases()) {
        found.push(name);
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const records = database.transaction(store).objectStore(store);
            const [keys, values] = [done(records.getAllKeys()), done(records.getAll())];
            found.push(store, text(await keys), text(await values));
        }
        database.close();
    }
    return found.join('\n');
}
