package chat.pando.lab.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Has Pando and OlmMachine share a room key with the same crowd in turns, each time as a new device. */
final class ShareBench {

    private static final int WARM_UP = 3;

    private final Page page;
    private final int rounds;
    private final int devices;

    ShareBench(Page page, int rounds, int devices) {
        this.page = page;
        this.rounds = rounds;
        this.devices = devices;
    }

    ShareResult run() {
        Machine machine = Machine.before(page);
        List<Double> pando = new ArrayList<>();
        List<Double> olmMachine = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            double ours = share("pando");
            double theirs = share("sdk");
            if (round >= 0) {
                pando.add(ours);
                olmMachine.add(theirs);
            }
        }
        return new ShareResult(machine.after(), rounds, devices, Spread.of(pando), Spread.of(olmMachine));
    }

    private double share(String contender) {
        Object millis = page.evaluate("async ([contender, devices]) =>"
                + " (await repeat(contender, 'ROOM_KEY_FOR_MANY', devices)).millis", List.of(contender, devices));
        return ((Number) millis).doubleValue();
    }
}
