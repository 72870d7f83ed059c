// Has this database open, too, and notes when the browser closes it.
name => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        request.result.onclose = () => { window.closedByTheBrowser = true; };
        request.result.onversionchange = () => request.result.close();
        resolve();
    };
})
