// Lets the page believe that nobody sees it, as a tab behind another one does: a browser without windows shows all.
(() => {
    let hidden = true;
    Object.defineProperty(document, 'visibilityState', { get: () => hidden ? 'hidden' : 'visible' });
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    const hasFocus = document.hasFocus.bind(document);
    document.hasFocus = () => !hidden && hasFocus();
    window.pandoHide = now => {
        hidden = now;
        document.dispatchEvent(new Event('visibilitychange'));
    };
})();
