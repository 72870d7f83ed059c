// Collects what a core tells.
() => {
    window.durabilities = [];
    window.channel = new BroadcastChannel('durability');
    window.channel.onmessage = event => {
        if (!window.durabilities.includes(event.data)) {
            window.durabilities.push(event.data);
        }
    };
}
