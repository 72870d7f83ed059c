package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceList;
import chat.pando.store.Draft;
import chat.pando.store.MachineTables;
import chat.pando.store.PendingRequest;
import chat.pando.store.Reads;
import chat.pando.store.WaitingLetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Letters from Pando to Pando on other devices. All that are written at once travel in one request; those for a device
 * without an Olm session wait for one, which is begun as for room keys.
 */
final class Correspondence {

    private static final String LETTERS = "letters";
    private static final JsonObject ABOUT = JsonObject.builder().put(LETTERS, true).build();

    /** How long what is for now or never may take to leave. */
    private static final long NOW_MILLIS = 10_000;

    private final Workbench bench;
    private final MachineTables tables;
    private final SessionClaims claims;
    private final OlmOutbox outbox;
    private final LongLetters longLetters;

    Correspondence(Workbench bench, SessionClaims claims, OlmOutbox outbox) {
        this.bench = bench;
        tables = bench.tables();
        this.claims = claims;
        this.outbox = outbox;
        longLetters = new LongLetters(bench);
    }

    /** A letter to a device that is known. */
    private record Addressed(Device to, DeviceLetter letter) {

        Letter plain() {
            return new Letter(to, letter.type(), letter.content());
        }

        boolean lasts() {
            return letter.until() != DeviceLetter.AT_ONCE;
        }
    }

    Mailed send(List<DeviceLetter> letters, Draft draft) {
        Map<UserId, DeviceList> lists = tables.devices().get(draft, users(letters));
        Set<DeviceName> leftOut = new LinkedHashSet<>();
        List<Addressed> addressed = new ArrayList<>();
        for (DeviceLetter letter : letters) {
            Optional<Device> to = lists.getOrDefault(letter.to().user(), DeviceList.EMPTY)
                    .get(letter.to().device())
                    .filter(device -> !device.identity().equals(bench.self().keys().identityKey()));
            List<DeviceLetter> parts = to.isPresent() ? longLetters.cut(letter) : List.of();
            parts.forEach(part -> addressed.add(new Addressed(to.orElseThrow(), part)));
            if (parts.isEmpty()) {
                leftOut.add(letter.to());
            }
        }
        JsonObject atOnce = ABOUT.toBuilder().put(RequestQueue.UNTIL, bench.now() + NOW_MILLIS).build();
        Set<String> requests = new LinkedHashSet<>();
        List<Addressed> unsent = new ArrayList<>();
        unsent.addAll(post(addressed.stream().filter(Addressed::lasts).toList(), ABOUT, requests, draft));
        unsent.addAll(post(addressed.stream().filter(each -> !each.lasts()).toList(), atOnce, requests, draft));
        return new Mailed(requests, await(unsent, leftOut, draft), leftOut);
    }

    /** Keeps letters that may wait for a session, and answers for whom; adds the other devices to those left out. */
    private Set<DeviceName> await(List<Addressed> unsent, Set<DeviceName> leftOut, Draft draft) {
        Set<Device> wanted = new LinkedHashSet<>();
        Set<DeviceName> waits = new LinkedHashSet<>();
        for (Addressed each : unsent) {
            if (each.letter().until() > bench.now()) {
                Device to = each.to();
                tables.waitingLetters().add(draft, new WaitingLetter(
                        to.identity(), each.letter().type(), each.letter().content(), each.letter().until()));
                wanted.add(to);
                waits.add(each.letter().to());
            } else {
                leftOut.add(each.letter().to());
            }
        }
        claims.claim(wanted, draft);
        return waits;
    }

    /** Puts letters into requests, no more than one for each device into each; answers those that can't be sealed. */
    private List<Addressed> post(
            List<Addressed> letters, JsonObject about, Set<String> requests, Draft draft) {
        List<Addressed> unsent = new ArrayList<>();
        List<Addressed> rest = letters;
        while (!rest.isEmpty()) {
            Set<Device> taken = new HashSet<>();
            List<Addressed> round = new ArrayList<>();
            List<Addressed> later = new ArrayList<>();
            rest.forEach(each -> (taken.add(each.to()) ? round : later).add(each));
            OlmOutbox.Posted posted =
                    outbox.post(round.stream().map(Addressed::plain).toList(), about, draft);
            requests.addAll(posted.requests());
            round.stream().filter(each -> posted.unreachable().contains(each.to())).forEach(unsent::add);
            rest = later;
        }
        return unsent;
    }

    /** Sends what waits for these devices, now that there are Olm sessions with them. */
    void deliverWaiting(Collection<Device> reached, Draft draft) {
        Set<Curve25519PublicKey> keys = reached.stream().map(Device::identity).collect(Collectors.toSet());
        Map<Curve25519PublicKey, List<WaitingLetter>> due = tables.waitingLetters().take(draft, keys);
        List<DeviceLetter> letters = new ArrayList<>();
        for (Device device : reached) {
            for (WaitingLetter letter : due.getOrDefault(device.identity(), List.of())) {
                if (letter.until() > bench.now()) {
                    letters.add(new DeviceLetter(
                            DeviceName.of(device), letter.type(), letter.content(), letter.until()));
                }
            }
        }
        if (!letters.isEmpty()) {
            send(letters, draft);
        }
    }

    /** The letter that has come, or is whole now. */
    Optional<DeviceMail> received(DeviceMail mail, Draft draft) {
        runsPando(mail.from(), draft);
        return longLetters.take(mail, draft);
    }

    /** Whether a request carries letters. */
    static boolean isCarriedBy(PendingRequest request) {
        return request.about().bool(LETTERS).orElse(false);
    }

    /** Drops letters that have waited too long. */
    void tidy(Draft draft) {
        longLetters.tidy(draft);
        tables.waitingLetters().dropOld(draft, bench.now());
    }

    /** A device has shown that it runs Pando. */
    void runsPando(DeviceName name, Draft draft) {
        tables.devices().get(draft, name.user())
                .get(name.device())
                .filter(device -> tables.pandoDevices().among(draft, List.of(device)).isEmpty())
                .ifPresent(device -> tables.pandoDevices().add(draft, device));
    }

    /** The devices of these users that run Pando, without this one. */
    Set<DeviceName> pandoDevices(Set<UserId> users, Reads reads) {
        List<Device> all = new ArrayList<>();
        tables.devices().get(reads, users).values().forEach(list -> all.addAll(list.all()));
        all.removeIf(device -> device.identity().equals(bench.self().keys().identityKey()));
        Set<DeviceName> names = new LinkedHashSet<>();
        all.stream().filter(DeviceKeys::saysPando).forEach(device -> names.add(DeviceName.of(device)));
        all.removeIf(DeviceKeys::saysPando);
        tables.pandoDevices().among(reads, all).forEach(device -> names.add(DeviceName.of(device)));
        return names;
    }

    private static Set<UserId> users(List<DeviceLetter> letters) {
        Set<UserId> users = new LinkedHashSet<>();
        letters.forEach(letter -> users.add(letter.to().user()));
        return users;
    }
}
