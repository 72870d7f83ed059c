package chat.pando.relay.db;

import java.net.URI;

/** Where a PostgreSQL database is: a JDBC URL, which may name user and password. */
public record DatabaseAddress(String jdbcUrl) {

    /** Accepts {@code jdbc:postgresql://…} as it is, and {@code postgres://user:password@host:port/name}. */
    public static DatabaseAddress parse(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(url);
        }
        if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
            return new DatabaseAddress(fromUri(URI.create(url)));
        }
        throw new IllegalArgumentException("not a PostgreSQL URL");
    }

    private static String fromUri(URI uri) {
        StringBuilder jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            jdbc.append(':').append(uri.getPort());
        }
        jdbc.append(uri.getRawPath() == null ? "/" : uri.getRawPath());
        char separator = '?';
        if (uri.getRawUserInfo() != null) {
            String[] login = uri.getRawUserInfo().split(":", 2);
            jdbc.append("?user=").append(login[0]);
            if (login.length == 2) {
                jdbc.append("&password=").append(login[1]);
            }
            separator = '&';
        }
        if (uri.getRawQuery() != null) {
            jdbc.append(separator).append(uri.getRawQuery());
        }
        return jdbc.toString();
    }

    /** Hides the URL, which may hold a password. */
    @Override
    public String toString() {
        return "DatabaseAddress";
    }
}
