package chat.pando.lab.sim.browser;

import chat.pando.host.Network;
import chat.pando.lab.sim.time.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a core is told about the network. */
final class CoreNetwork implements Network {

    private final Process process;
    private final BooleanSupplier online;
    private final List<Runnable> listeners = new ArrayList<>();

    CoreNetwork(Process process, BooleanSupplier online) {
        this.process = process;
        this.online = online;
    }

    @Override
    public boolean online() {
        process.touch();
        return online.getAsBoolean();
    }

    @Override
    public void onChange(Runnable listener) {
        process.touch();
        listeners.add(listener);
    }

    void changed() {
        process.start(() -> List.copyOf(listeners).forEach(Runnable::run));
    }
}
