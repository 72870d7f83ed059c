// Has this database open and lets nobody upgrade it, as a page does that can't run.
name => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        window.held = request.result;
        resolve();
    };
})
