'use strict';

// Stands in for the core and for what HtmlUnit lacks. A test reads what the tab posted from fake.sent, and lets the
// core speak with fake.say(text) and die with fake.die().
(function() {
    var fake = { sent: [], workers: [], waiting: [], listener: null };
    window.fake = fake;

    window.SharedWorker = function(url) {
        fake.workers.push(String(url));
        var open = true;
        this.port = {
            postMessage: function(text) { if (open) { fake.sent.push(text); } },
            addEventListener: function(type, listener) {
                if (type === 'message') {
                    fake.listener = function(text) {
                        (listener.handleEvent || listener).call(listener, { data: text });
                    };
                }
            },
            start: function() {},
            close: function() { open = false; }
        };
    };

    fake.say = function(text) { fake.listener(text); };

    // Locks for oneself are granted at once; waiting for the core's ends when the core dies.
    var locks = {
        request: function(name, options, callback) {
            if (typeof options === 'function') {
                options({});
            } else {
                fake.waiting.push(callback);
            }
            return { then: function() {}, catch: function() {} };
        }
    };
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });

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
        callbacks.forEach(function(callback) { callback({}); });
    };
})();
