package chat.pando.json;

import java.util.Map;

/** Writes a {@link JsonValue} as compact text. */
final class JsonText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    static String compact(JsonValue value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonValue value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            writeObject(object, out);
        } else if (value instanceof JsonArray array) {
            writeArray(array, out);
        } else if (value instanceof JsonString string) {
            writeString(string.value(), out);
        } else if (value instanceof JsonNumber number) {
            writeNumber(number, out);
        } else if (value instanceof JsonBool bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private static void writeObject(JsonObject object, StringBuilder out) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
        }
        out.append('}');
    }

    private static void writeArray(JsonArray array, StringBuilder out) {
        out.append('[');
        boolean first = true;
        for (JsonValue value : array) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(value, out);
        }
        out.append(']');
    }

    private static void writeNumber(JsonNumber number, StringBuilder out) {
        if (number.isInteger()) {
            out.append((long) number.value());
        } else {
            out.append(number.value());
        }
    }

    /**
     * RFC 8785 escapes: the short forms where there are any, {@code \\uxxxx} for other controls, everything else as it is.
     * Half a surrogate pair is escaped as well: it has no UTF-8, and would not survive being sent or stored.
     */
    static void writeString(String string, StringBuilder out) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(string, from, i);
            escape(c, out);
            from = i + 1;
        }
        out.append(string, from, string.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u")
                    .append(HEX[c >> 12])
                    .append(HEX[c >> 8 & 15])
                    .append(HEX[c >> 4 & 15])
                    .append(HEX[c & 15]);
        }
    }
}
