// On chrome://chrome-urls: lets the pages for the browser's own developers be opened.
() => new Promise((resolve, reject) => {
  const limit = setTimeout(() => reject(new Error('The internal pages can not be enabled')), 15000);
  const look = () => {
    const buttons = [...document.querySelector('chrome-urls-app')?.shadowRoot?.querySelectorAll('cr-button') ?? []];
    const find = word => buttons.find(button => button.textContent.includes(word + ' internal debugging pages'));
    find('Enable')?.click();
    if (find('Disable')) {
      clearTimeout(limit);
      resolve();
      return;
    }
    setTimeout(look, 100);
  };
  look();
})
