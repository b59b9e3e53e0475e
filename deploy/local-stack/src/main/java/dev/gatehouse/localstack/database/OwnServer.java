package dev.gatehouse.localstack.database;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A database server that is run by others: MySQL, or MariaDB of another version or where no binary fits the machine.
 *
 * <p>Its schemas and users are prepared like those of a server of ours; nothing in it is ever deleted. The connection
 * is encrypted in the same way as those of the services: by {@code GATEHOUSE_DB_TLS}; when that is not set, with TLS,
 * and without it only on loopback when the server does not offer it.
 */
public final class OwnServer {
    /**
     * The setting that names it: {@code mysql://user:password@host:port} or {@code mariadb://…} of a user who may
     * create users.
     */
    public static final String SETTING = "GATEHOUSE_DB_URL";

    private static final String TLS = "GATEHOUSE_DB_TLS";
    private static final String AUTHORITIES = "GATEHOUSE_DB_TLS_CA";
    private static final Set<String> SCHEMES = Set.of("mysql", "mariadb");
    private static final int USUAL_PORT = 3306;

    private final DatabaseAddress address;
    private final Properties credentials;
    private final List<String> encryptions;

    private OwnServer(DatabaseAddress address, Properties credentials, List<String> encryptions) {
        this.address = address;
        this.credentials = credentials;
        this.encryptions = encryptions;
    }

    /** The server that the environment names; empty when the stack is to start its own. */
    public static Optional<OwnServer> namedIn(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(SETTING))
                .filter(text -> !text.isBlank())
                .map(text -> parse(URI.create(text.strip()), environment));
    }

    private static OwnServer parse(URI uri, Map<String, String> environment) {
        String userInfo = uri.getUserInfo();
        if (uri.getHost() == null
                || userInfo == null
                || userInfo.indexOf(':') < 0
                || !SCHEMES.contains(uri.getScheme())) {
            throw new IllegalArgumentException(
                    SETTING + " must look like mysql://user:password@host:port or mariadb://user:password@host:port");
        }
        Properties credentials = new Properties();
        credentials.put("user", userInfo.substring(0, userInfo.indexOf(':')));
        credentials.put("password", userInfo.substring(userInfo.indexOf(':') + 1));
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new OwnServer(
                new DatabaseAddress(uri.getHost(), port), credentials, encryptions(uri.getHost(), environment));
    }

    /** Parameters of the driver, the preferred ones first. */
    private static List<String> encryptions(String host, Map<String, String> environment) {
        String plain = "sslMode=disable&allowPublicKeyRetrieval=true";
        String encrypted = "sslMode=trust";
        String authorities = Optional.ofNullable(environment.get(AUTHORITIES))
                .map(file -> "&serverSslCert=" + file)
                .orElse("");
        String usual = isLoopback(host) ? "preferred" : "required";
        return switch (environment.getOrDefault(TLS, usual)) {
            case "disabled" -> List.of(plain);
            case "preferred" -> List.of(encrypted, plain);
            case "required" -> List.of(encrypted);
            case "verify-ca" -> List.of("sslMode=verify-ca" + authorities);
            case "verify-identity" -> List.of("sslMode=verify-full" + authorities);
            default ->
                throw new IllegalArgumentException(
                        TLS + " must be disabled, preferred, required, verify-ca or verify-identity");
        };
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    /** Where it listens. */
    public DatabaseAddress address() {
        return address;
    }

    /** Makes schemas and users that are missing and sets the users' passwords. */
    public void prepare(DatabasePasswords passwords) throws IOException {
        try (Connection connection = connected(encryptions);
                Statement statement = connection.createStatement()) {
            for (String sql : Preparation.schemasAndUsers(passwords)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IOException(
                    "the database server at " + address.host() + ":" + address.port() + " could not be prepared: "
                            + e.getMessage(),
                    e);
        }
    }

    private Connection connected(List<String> candidates) throws SQLException {
        String url = "jdbc:mariadb://" + address.host() + ":" + address.port() + "/?" + candidates.getFirst();
        try {
            return DriverManager.getConnection(url, credentials);
        } catch (SQLNonTransientConnectionException e) {
            if (candidates.size() == 1) {
                throw e;
            }
            return connected(candidates.subList(1, candidates.size()));
        }
    }
}
