package chat.pando.core.room;

import chat.pando.store.TimelineRow;

/** A message in one line, as the list of rooms shows it. */
final class Preview {

    private static final int LENGTH = 120;

    private Preview() {}

    static String of(TimelineRow row) {
        if (row.standing() == TimelineRow.Standing.REDACTED) {
            return "Message removed";
        }
        if (row.undecrypted().isPresent()) {
            return "Encrypted message";
        }
        String body = row.content().string("body").orElse("");
        return row.longText().isPresent() && body.isEmpty() ? "Long message" : line(body);
    }

    private static String line(String body) {
        String line = body.strip().replace('\n', ' ').replace('\r', ' ');
        if (line.length() <= LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return line.substring(0, end) + "…";
    }
}
