// Writes something small to a database of its own and tells how that ended: "done", or the error's name.
() => new Promise((resolve, reject) => {
    const request = indexedDB.open('e2e-disk');
    request.onupgradeneeded = () => request.result.createObjectStore('bytes');
    request.onerror = () => resolve(request.error.name);
    request.onsuccess = () => {
        const transaction = request.result.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').put('x'.repeat(100), 'key');
        transaction.oncomplete = () => resolve('done');
        transaction.onabort = () => resolve(transaction.error.name);
    };
})
