// Leads this database one version further, as a later Pando would; fails where somebody doesn't let go of it.
name => new Promise((resolve, reject) => {
    const now = indexedDB.open(name);
    now.onerror = () => reject(now.error);
    now.onsuccess = () => {
        const version = now.result.version;
        now.result.close();
        const next = indexedDB.open(name, version + 1);
        next.onupgradeneeded = () => next.result.createObjectStore('of_version_' + (version + 1));
        next.onblocked = () => reject(new Error('somebody keeps the database open'));
        next.onerror = () => reject(next.error);
        next.onsuccess = () => {
            next.result.close();
            resolve(version + 1);
        };
    };
})
