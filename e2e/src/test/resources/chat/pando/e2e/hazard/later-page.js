// A page of a later Pando: this one, but every version of the protocol that it says or hears of is one higher to others
// than to itself.
{
    const shifted = (text, by) =>
        text.replace(/"protocol":(\d+)/g, (all, number) => '"protocol":' + (Number(number) + by));
    const noted = (text, by) => text.replace(/^\d+/, number => Number(number) + by);

    const Shared = self.SharedWorker;
    self.SharedWorker = class extends Shared {
        constructor(url) {
            super(url);
            const port = this.port;
            const post = port.postMessage.bind(port);
            port.postMessage = text => post(shifted(text, 1));
            Object.defineProperty(port, 'onmessage', {
                set(listener) {
                    port.addEventListener('message', event => listener({data: shifted(event.data, -1)}));
                    port.start();
                },
            });
        }
    };

    const {getItem, setItem} = Storage.prototype;
    Storage.prototype.getItem = function(key) {
        const value = getItem.call(this, key);
        return key === 'pando.core' && value !== null ? noted(value, -1) : value;
    };
    Storage.prototype.setItem = function(key, value) {
        setItem.call(this, key, key === 'pando.core' ? noted(value, 1) : value);
    };
}
