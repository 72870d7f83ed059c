// Deletes this database under whoever has it open; fails where somebody doesn't let go of it.
name => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onblocked = () => reject(new Error('somebody keeps the database open'));
    request.onsuccess = () => resolve(true);
    request.onerror = () => reject(request.error);
})
