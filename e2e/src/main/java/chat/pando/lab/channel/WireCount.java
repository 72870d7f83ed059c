package chat.pando.lab.channel;

import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.Traffic;
import java.util.List;

/**
 * What went over the line.
 *
 * @param requests      how many requests there were
 * @param lost          how many of them lost their request or answer, or had their line cut
 * @param sends         how many of them sent a room event, repetitions included
 * @param toDevice      how many of them sent messages to devices, repetitions included
 * @param toDeviceBytes how many bytes the latter had
 */
record WireCount(int requests, int lost, int sends, int toDevice, long toDeviceBytes) {

    static WireCount of(Traffic traffic) {
        List<Exchange> all = traffic.all();
        List<Exchange> toDevice = all.stream().filter(Requests.TO_DEVICE).toList();
        return new WireCount(
                all.size(),
                (int) all.stream().filter(exchange ->
                        exchange.ending().filter(Exchange.Ending.RESET::equals).isPresent()).count(),
                (int) all.stream().filter(Requests.SEND).count(),
                toDevice.size(),
                toDevice.stream().mapToLong(exchange -> exchange.request().body().length).sum());
    }
}
