package chat.pando.channel.ack;

import chat.pando.host.Primitives;
import chat.pando.json.Utf8;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A device in a channel, however many tabs it shows: by a short name that everybody can work out.
 *
 * <p>The name is no proof. Who has sent a message says its encryption; the name must be that device's.
 */
public record Participant(String name) implements Comparable<Participant> {

    static final int BYTES = 6;
    public static final int LENGTH = 8;

    public Participant {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a participant");
        }
    }

    public static Participant of(UserId user, DeviceId device, Primitives primitives) {
        byte[] hash = primitives.sha256(Utf8.encode(user.value() + '|' + device.value()));
        return of(Arrays.copyOf(hash, BYTES));
    }

    public static Optional<Participant> parse(String name) {
        return isName(name) ? Optional.of(new Participant(name)) : Optional.empty();
    }

    /** @param bytes six of them */
    static Participant of(byte[] bytes) {
        return new Participant(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(name);
    }

    private static boolean isName(String text) {
        return text.length() == LENGTH && text.chars().allMatch(Participant::isDigit);
    }

    private static boolean isDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    @Override
    public int compareTo(Participant other) {
        return name.compareTo(other.name);
    }

    /** Without the name, by which a device could be recognised. */
    @Override
    public String toString() {
        return "Participant";
    }
}
