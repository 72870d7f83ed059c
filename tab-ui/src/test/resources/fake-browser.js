'use strict';

// Stands in for the core and for what HtmlUnit lacks. A test reads what the tab posted from fake.sent, and lets the
// core speak with fake.say(text) and die with fake.die().
(function() {
    var fake = { sent: [], workers: [], waiting: [] };
    window.fake = fake;

    window.SharedWorker = function(url) {
        fake.workers.push(String(url));
        var open = true;
        this.port = {
            postMessage: function(text) { if (open) { fake.sent.push(text); } },
            close: function() { open = false; }
        };
        fake.worker = this;
    };

    fake.say = function(text) { fake.worker.port.onmessage({ data: text }); };
    fake.fail = function() { fake.worker.onerror({ preventDefault: function() {} }); };

    // Locks for oneself are granted at once; waiting for the core's ends when the core dies.
    var locks = {
        request: function(name, options, callback) {
            if (options.mode === 'shared') {
                return { then: function(granted) { fake.waiting.push(granted); } };
            }
            callback({});
            return { then: function() {} };
        }
    };
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });

    // Of keys only whether they can be made; a kind that fake.unknownKey names can't.
    var random = window.crypto;
    var makeKey = function(algorithm) {
        return algorithm.name === fake.unknownKey
            ? Promise.reject({ name: 'NotSupportedError' })
            : Promise.resolve({});
    };
    Object.defineProperty(window, 'crypto', {
        value: {
            subtle: { generateKey: makeKey },
            getRandomValues: function(bytes) { return random.getRandomValues(bytes); }
        },
        configurable: true
    });

    if (!window.AbortController) {
        window.AbortController = function() { this.abort = function() {}; };
    }
    if (!window.indexedDB) {
        window.indexedDB = {};
    }
    if (!window.ResizeObserver) {
        window.ResizeObserver = function() { this.observe = function() {}; };
    }

    // Popovers, as far as a menu needs them.
    if (!HTMLElement.prototype.showPopover) {
        var toggle = function(element, open) {
            element.popoverOpen = open;
            var event = new Event('toggle');
            event.newState = open ? 'open' : 'closed';
            element.dispatchEvent(event);
        };
        HTMLElement.prototype.showPopover = function() { toggle(this, true); };
        HTMLElement.prototype.hidePopover = function() { toggle(this, false); };
        document.addEventListener('click', function(event) {
            var button = event.target.closest('[popovertarget]');
            if (button) {
                var menu = document.getElementById(button.getAttribute('popovertarget'));
                toggle(menu, !menu.popoverOpen);
            }
        });
    }

    fake.die = function() {
        var callbacks = fake.waiting;
        fake.waiting = [];
        callbacks.forEach(function(callback) { callback(); });
    };
})();
