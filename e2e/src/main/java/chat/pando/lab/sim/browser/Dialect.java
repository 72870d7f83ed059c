package chat.pando.lab.sim.browser;

import chat.pando.protocol.FromCore;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Moved;
import chat.pando.protocol.ToCore;
import chat.pando.tab.link.CoreAddress;
import chat.pando.tab.link.CurrentCore;
import java.util.Optional;

/**
 * How pages of a later protocol are played by the code of this one: as if the numbers of all protocols had been moved.
 * What pages and cores say to each other in it is the same, but neither knows that.
 */
record Dialect(int ahead) {

    /** What leaves the page: only a {@link Hello} tells the protocol. */
    ToCore spoken(ToCore message) {
        return message instanceof Hello hello
                ? new Hello(hello.protocol() + ahead, hello.tab(), hello.account(), hello.adding(), hello.room(),
                        hello.hidden())
                : message;
    }

    FromCore understood(FromCore message) {
        if (message instanceof Moved moved) {
            return new Moved(moved.instance(), moved.url(), moved.protocol() - ahead);
        }
        if (message instanceof Incompatible incompatible) {
            return new Incompatible(incompatible.instance(), incompatible.protocol() - ahead);
        }
        return message;
    }

    CurrentCore translated(CurrentCore current) {
        return new CurrentCore() {

            @Override
            public Optional<CoreAddress> read() {
                return current.read().map(core -> new CoreAddress(core.url(), core.protocol() - ahead));
            }

            @Override
            public void note(CoreAddress core) {
                current.note(new CoreAddress(core.url(), core.protocol() + ahead));
            }
        };
    }
}
