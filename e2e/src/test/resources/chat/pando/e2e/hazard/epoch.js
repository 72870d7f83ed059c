// How often a core has opened this database.
name => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const stored = request.result.transaction('fence').objectStore('fence').get('epoch');
        stored.onerror = () => reject(stored.error);
        stored.onsuccess = () => {
            request.result.close();
            resolve(stored.result);
        };
    };
})
