package chat.pando.e2e.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HTTP/1.1 on a socket, one request a connection: all that a browser and a proxy on one machine need of it. */
final class Wire {

    private Wire() {}

    /** Reads a whole request; empty where the client went away before the first byte. */
    static Optional<WireRequest> readRequest(InputStream in) throws IOException {
        String start = readLine(in);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = start.split(" ");
        if (parts.length != 3) {
            throw new IOException("Not a request line");
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
        WireRequest head = new WireRequest(parts[0], parts[1], List.copyOf(headers), new byte[0]);
        return Optional.of(new WireRequest(head.method(), head.target(), head.headers(), readBody(in, head)));
    }

    static void write(OutputStream out, WireAnswer answer) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" Answer\r\n");
        for (Map.Entry<String, String> header : answer.headers()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        head.append("Content-Length: ").append(answer.body().length).append("\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(answer.body());
        out.flush();
    }

    private static byte[] readBody(InputStream in, WireRequest head) throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return readChunks(in);
        }
        int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
        return readExactly(in, length);
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = readChunkLength(in); length > 0; length = readChunkLength(in)) {
            body.write(readExactly(in, length));
            readLine(in);
        }
        readLine(in);
        return body.toByteArray();
    }

    private static int readChunkLength(InputStream in) throws IOException {
        return Integer.parseInt(readLine(in).split(";")[0].strip(), 16);
    }

    private static byte[] readExactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The client went away in the middle of a request");
        }
        return bytes;
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
