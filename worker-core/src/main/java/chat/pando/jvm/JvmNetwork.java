package chat.pando.jvm;

import chat.pando.host.Network;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network that is there unless it is said not to be: a JVM can't tell, but tests and the lab pull the plug. */
public final class JvmNetwork implements Network {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean online = true;

    @Override
    public boolean online() {
        return online;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Pulls the plug, or puts it back. */
    public void setOnline(boolean nowOnline) {
        if (online != nowOnline) {
            online = nowOnline;
            listeners.forEach(Runnable::run);
        }
    }
}
