// Overwrites the body of every row of a table, and tells how many there were.
([name, table]) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const transaction = request.result.transaction(table, 'readwrite');
        let rows = 0;
        transaction.objectStore(table).openCursor().onsuccess = event => {
            const cursor = event.target.result;
            if (cursor) {
                rows++;
                cursor.update({...cursor.value, body: new Uint8Array(40)});
                cursor.continue();
            }
        };
        transaction.onabort = () => reject(transaction.error);
        transaction.oncomplete = () => {
            request.result.close();
            resolve(rows);
        };
    };
})
