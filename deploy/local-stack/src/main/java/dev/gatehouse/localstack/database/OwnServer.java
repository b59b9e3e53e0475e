package dev.gatehouse.localstack.database;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A database server that is run by others, used where no binary fits the machine.
 *
 * <p>Its schemas and users are prepared like those of a server of ours; nothing in it is ever deleted.
 */
public final class OwnServer {
    /** The setting that names it: {@code mariadb://user:password@host:port} of a user who may create users. */
    public static final String SETTING = "GATEHOUSE_DB_URL";

    private static final int USUAL_PORT = 3306;

    private final DatabaseAddress address;
    private final Properties credentials;

    private OwnServer(DatabaseAddress address, Properties credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /** The server that the environment names; empty when the stack is to start its own. */
    public static Optional<OwnServer> namedIn(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(SETTING))
                .filter(text -> !text.isBlank())
                .map(text -> parse(URI.create(text.strip())));
    }

    private static OwnServer parse(URI uri) {
        String userInfo = uri.getUserInfo();
        if (uri.getHost() == null || userInfo == null || userInfo.indexOf(':') < 0) {
            throw new IllegalArgumentException(SETTING + " must look like mariadb://user:password@host:port");
        }
        Properties credentials = new Properties();
        credentials.put("user", userInfo.substring(0, userInfo.indexOf(':')));
        credentials.put("password", userInfo.substring(userInfo.indexOf(':') + 1));
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new OwnServer(new DatabaseAddress(uri.getHost(), port), credentials);
    }

    /** Where it listens. */
    public DatabaseAddress address() {
        return address;
    }

    /** Makes schemas and users that are missing and sets the users' passwords. */
    public void prepare(DatabasePasswords passwords) throws IOException {
        String url = "jdbc:mariadb://" + address.host() + ":" + address.port() + "/";
        try (Connection connection = DriverManager.getConnection(url, credentials);
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
}
