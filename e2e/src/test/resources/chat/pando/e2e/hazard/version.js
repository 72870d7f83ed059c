// Which version this database has.
async name => (await indexedDB.databases()).find(database => database.name === name).version
