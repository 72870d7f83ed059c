// What a person does in a page, and sees there. One function, evaluated in whatever engine: it finds everything by role
// and accessible name, waits for what it needs, and says so when that doesn't come.
async (action, given) => {
  const patience = given.patience ?? 3000;

  const ROLES = {
    alert: '[role=alert]', article: 'article', button: 'button', dialog: 'dialog[open]', heading: 'h1, h2',
    link: 'a[href]', log: '[role=log]', menuitem: '[role=menuitem]', navigation: 'nav', status: '[role=status]',
    textbox: 'input, textarea',
  };

  const isShown = element => element.getClientRects().length > 0;

  const nameOf = element => {
    const labelledBy = element.getAttribute('aria-labelledby');
    const label = element.getAttribute('aria-label')
      ?? (labelledBy ? document.getElementById(labelledBy)?.textContent : undefined)
      ?? (element.labels?.length ? element.labels[0].textContent : undefined)
      ?? element.textContent;
    return label.trim();
  };

  const all = (role, within = document) => [...within.querySelectorAll(ROLES[role])].filter(isShown);
  const find = (role, name, within = document) => all(role, within).find(element => nameOf(element) === name);
  const isBusy = element => element.getAttribute('aria-disabled') === 'true';

  /** Waits until the test has a value; the page's own changes say when to look again. */
  const until = (what, test) => new Promise((resolve, reject) => {
    let observer;
    let timer;
    let limit;
    const look = () => {
      let value;
      try {
        value = test();
      } catch (error) {
        end(() => reject(error));
        return;
      }
      if (value) {
        end(() => resolve(value));
      }
    };
    const end = settle => {
      observer.disconnect();
      clearInterval(timer);
      clearTimeout(limit);
      settle();
    };
    observer = new MutationObserver(look);
    observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    timer = setInterval(look, 100);
    limit = setTimeout(() => end(() => reject(new Error('Waited ' + patience + ' ms for ' + what))), patience);
    look();
  });

  const fill = (element, value) => {
    element.focus();
    const kind = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(element, value);
    element.dispatchEvent(new Event('input', {bubbles: true}));
  };

  const account = () => [...document.querySelectorAll('header span')]
    .map(element => element.textContent).find(text => /^@[^\s]+:[^\s]+$/.test(text)) ?? '';
  const rooms = () => find('navigation', 'Rooms');
  const roomName = link => link.querySelector('.room-name')?.textContent ?? nameOf(link);
  const roomLink = room => rooms() && all('link', rooms()).find(link => roomName(link) === room);
  const timeline = () => find('log', 'Timeline');
  const composer = () => find('textbox', 'Message');
  const alerts = within => all('alert', within).map(alert => alert.textContent);
  const tidyUp = () => all('dialog').filter(dialog => !all('button', dialog).some(isBusy))
    .forEach(dialog => dialog.close());

  const articles = () => {
    const log = timeline();
    return log ? [...log.querySelectorAll('article')].map(article => ({
      eventId: article.dataset.eventId ?? '', sender: article.dataset.sender ?? '',
      state: article.dataset.state ?? '', text: article.textContent,
    })) : [];
  };

  const openRoom = async room => {
    const link = await until('the room ' + room, () => roomLink(room));
    if (link.getAttribute('aria-current') !== 'page') {
      link.click();
      await until('the room ' + room + ' to open', () => roomLink(room)?.getAttribute('aria-current') === 'page');
    }
  };

  const actions = {

    /** Everything a glance at the tab shows. */
    async look() {
      const status = all('status')[0];
      const open = rooms() && all('link', rooms()).find(link => link.getAttribute('aria-current') === 'page');
      return {
        screen: rooms() ? 'main' : find('heading', 'Sign in to Pando') ? 'sign-in' : 'other',
        status: status?.textContent ?? '',
        account: account(),
        room: open ? roomName(open) : '',
        rooms: rooms() ? all('link', rooms()).map(roomName) : [],
        canWrite: composer() !== undefined,
        draft: composer()?.value ?? '',
        unsent: Object.keys(sessionStorage).filter(key => key.startsWith('pando.unsent/')).length,
        busy: all('button').filter(button => button.getAttribute('aria-busy') === 'true').map(nameOf),
        alerts: alerts(),
        messages: articles(),
      };
    },

    /** Waits for the main screen, as somebody does who wants to do something there. */
    async ready() {
      await until('the main screen', () => rooms());
      return actions.look();
    },

    async createAccount() {
      await until('the sign-in screen', () => find('heading', 'Sign in to Pando'));
      fill(find('textbox', 'Homeserver'), given.homeserver);
      fill(find('textbox', 'Username'), given.username);
      fill(find('textbox', 'Password'), given.password);
      find('button', 'Create account').click();
      await until('the account ' + given.user, () => {
        if (alerts().length > 0) {
          throw new Error('The account was refused: ' + alerts().join(' '));
        }
        return rooms() && account() === given.user;
      });
    },

    async addAccount() {
      (await until('the button Accounts', () => find('button', 'Accounts'))).click();
      (await until('the menu', () => find('menuitem', 'Add account'))).click();
      await until('the sign-in screen', () => find('heading', 'Sign in to Pando'));
    },

    async showAccount() {
      if (account() === given.user && rooms()) {
        return;
      }
      tidyUp();
      if (!rooms()) {
        (await until('the button Back', () => find('button', 'Back') ?? rooms())).click?.();
      }
      await until('the main screen', () => rooms() && find('button', 'Accounts'));
      if (account() !== given.user) {
        find('button', 'Accounts').click();
        (await until('the account in the menu', () => find('menuitem', given.user))).click();
        await until('the account ' + given.user, () => rooms() && account() === given.user);
      }
    },

    async createRoom() {
      tidyUp();
      (await until('the button New room', () => find('button', 'New room'))).click();
      const dialog = await until('the dialog', () => find('dialog', 'New room'));
      fill(find('textbox', 'Name', dialog), given.room);
      fill(find('textbox', 'Invite', dialog), given.invite);
      find('button', 'Create', dialog).click();
    },

    async openRoom() {
      tidyUp();
      await openRoom(given.room);
      await until('the conversation', () => composer() ?? find('button', 'Accept'));
    },

    async accept() {
      tidyUp();
      await openRoom(given.room);
      const accept = await until('the button Accept', () => find('button', 'Accept') ?? composer());
      if (accept !== composer() && !isBusy(accept)) {
        accept.click();
      }
    },

    async awaitConversation() {
      await openRoom(given.room);
      await until('the composer', () => composer());
    },

    /** Writes into the open room; where another is open, opens it first. */
    async write() {
      tidyUp();
      await openRoom(given.room);
      const box = await until('the composer', () => composer());
      fill(box, given.text);
      if (given.key) {
        box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
      } else {
        find('button', 'Send').click();
      }
    },

    /** Waits until each of these texts stands in the open room once, as something that the server has. */
    async awaitArrived() {
      const arrived = ['sent', 'delivered', 'read', 'received'];
      await until('each of ' + given.texts.length + ' messages, once and arrived', () => given.texts.every(text => {
        const shown = articles().filter(article => article.text.includes(text));
        return shown.length === 1 && arrived.includes(shown[0].state);
      }));
    },

    async keeps() {
      return Object.values({...sessionStorage}).some(value => value.includes(given.text));
    },

    async tryNow() {
      const button = find('button', 'Try now');
      button?.click();
      return button !== undefined;
    },

    async retryFailed() {
      const buttons = all('button').filter(button => nameOf(button) === 'Retry' && !isBusy(button));
      buttons.forEach(button => button.click());
      return buttons.length;
    },

    /** The whole timeline of a room, back to its beginning. */
    async readAll() {
      tidyUp();
      await openRoom(given.room);
      await until('the timeline', () => timeline() && composer());
      await until('the beginning of the room', () => {
        const earlier = find('button', 'Load earlier messages');
        if (earlier && !isBusy(earlier)) {
          earlier.click();
        }
        return !earlier && timeline();
      });
      return articles();
    },

    async health() {
      tidyUp();
      (await until('the button Health', () => find('button', 'Health'))).click();
      const dialog = await until('the dialog', () => find('dialog', 'Health'));
      const facts = dialog.textContent;
      dialog.close();
      return facts;
    },

    /** What can be seen of databases from outside: their epochs, and with which devices Olm goes badly. */
    async storage() {
      const there = new Set((await indexedDB.databases()).map(database => database.name));
      const answer = {};
      for (const user of given.users.filter(name => there.has('pando/' + name))) {
        answer[user] = await epochAndTroubles('pando/' + user);
      }
      return answer;
    },
  };

  const result = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });

  const epochAndTroubles = async name => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction.abort();
    const database = await result(opening);
    database.onversionchange = () => database.close();
    try {
      const transaction = database.transaction(['fence', 'olm_troubles'], 'readonly');
      const epoch = result(transaction.objectStore('fence').get('epoch'));
      const troubles = result(transaction.objectStore('olm_troubles').getAllKeys());
      return {epoch: await epoch, troubles: (await troubles).map(String)};
    } finally {
      database.close();
    }
  };

  return await actions[action]() ?? null;
}
