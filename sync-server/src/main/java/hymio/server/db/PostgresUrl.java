package hymio.server.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL is, as its own tools write it: {@code postgresql://user@host:port/name}, with several hosts when
 * one stands in for another ({@code host1:5432,host2:5432}), and what TLS needs
 * ({@code ?sslmode=verify-full&sslrootcert=…}). Never holds a password.
 *
 * @param settings of TLS, by the names of libpq
 */
public record PostgresUrl(String user, List<Host> hosts, String database, Map<String, String> settings) {
    private static final Pattern URL =
            Pattern.compile("postgres(?:ql)?://([^@/?]+)@([^@/?]+)/([^/?]+)(?:\\?(.*))?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");
    private static final int PORT = 5432;
    private static final Set<String> TLS = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final String EXAMPLE = "postgresql://hymio@db.example:5432/hymio";

    /** One of the servers; only the one that takes writes is used. */
    public record Host(String name, int port) {
        @Override
        public String toString() {
            return name + ":" + port;
        }
    }

    public PostgresUrl {
        hosts = List.copyOf(hosts);
        settings = Map.copyOf(settings);
    }

    /**
     * @throws DatabaseException when the text is none; what it says never repeats the text, which may hold a password
     */
    public static PostgresUrl parse(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new DatabaseException("A database is named like this: " + EXAMPLE);
        }
        if (url.group(1).contains(":")) {
            throw new DatabaseException(
                    "Do not write the password into the address of the database: others see it in the"
                            + " list of programs. Put it into a file and name that with --database-password-file, or into"
                            + " ~/.pgpass.");
        }
        List<Host> hosts = new ArrayList<>();
        for (String host : url.group(2).split(",", -1)) {
            hosts.add(host(host));
        }
        return new PostgresUrl(
                decoded(url.group(1)),
                hosts,
                decoded(url.group(3)),
                settings(url.group(4) == null ? "" : url.group(4)));
    }

    private static Host host(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw new DatabaseException("The hosts of a database are written host:port,host:port as in " + EXAMPLE);
        }
        return new Host(host.group(1), host.group(2) == null ? PORT : Integer.parseInt(host.group(2)));
    }

    private static Map<String, String> settings(String query) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String name = part.split("=", 2)[0];
            String value = part.contains("=") ? decoded(part.split("=", 2)[1]) : "";
            if (TLS.contains(name)) {
                settings.put(name, value);
            } else if (!name.equals("target_session_attrs") || !value.equals("read-write")) {
                throw new DatabaseException("The address of a database may set "
                        + String.join(", ", TLS.stream().sorted().toList())
                        + " and target_session_attrs=read-write (which always holds), nothing else.");
            }
        }
        return settings;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new DatabaseException("The address of the database holds a % that is followed by no two hex digits.");
        }
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@"
                + String.join(",", hosts.stream().map(Host::toString).toList()) + "/" + database;
    }
}
