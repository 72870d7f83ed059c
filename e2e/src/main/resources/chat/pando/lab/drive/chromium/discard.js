// On chrome://discards: presses "Urgent Discard" beside the one tab that is told from all others by its address, and
// waits until that tab has no page any more.
address => new Promise((resolve, reject) => {
  const limit = setTimeout(() => reject(new Error('The tab was not discarded')), 15000);
  let pressed = false;
  const look = () => {
    const table = document.querySelector('discards-main')?.shadowRoot?.querySelector('discards-tab')?.shadowRoot;
    const rows = [...table?.querySelectorAll('tbody tr') ?? []]
      .filter(row => row.querySelector('.tab-url-cell')?.textContent.trim() === address);
    if (rows.length === 1 && rows[0].textContent.includes('discarded (urgent)')) {
      clearTimeout(limit);
      resolve();
      return;
    }
    const button = rows.length === 1 && !pressed
      && [...rows[0].querySelectorAll('.actions-cell *')].find(part => part.textContent.trim() === '[Urgent Discard]');
    if (button) {
      pressed = true;
      button.click();
    }
    setTimeout(look, 100);
  };
  look();
})
