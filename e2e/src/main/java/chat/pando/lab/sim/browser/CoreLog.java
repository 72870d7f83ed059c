package chat.pando.lab.sim.browser;

import chat.pando.host.Log;
import chat.pando.lab.sim.Laws;
import chat.pando.lab.sim.time.Process;

/** A core's log: a warning of a fault of its own is a finding. */
final class CoreLog implements Log {

    private final Process process;
    private final Laws laws;

    CoreLog(Process process, Laws laws) {
        this.process = process;
        this.laws = laws;
    }

    @Override
    public void info(String message) {
        process.touch();
    }

    @Override
    public void warn(String message) {
        process.touch();
        if (message.contains("Exception") || message.contains("Error")) {
            laws.broken(Laws.Law.FAULT_OF_THE_CORE, message);
        }
    }
}
