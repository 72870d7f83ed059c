// How many locks of tabs are held by them and waited for by a core: two for each tab that lives.
async () => {
    const locks = await navigator.locks.query();
    return [...locks.held, ...locks.pending].filter(lock => lock.name.startsWith('pando-tab/')).length;
}
