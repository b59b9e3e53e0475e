package dev.gatehouse.chassis.database.connection;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Connects the migrations: with the same encryption as the pool, and only to a server of a supported version.
 *
 * <p>MariaDB's driver has no mode that tries TLS first; a probe decides it for {@link TlsMode#PREFERRED}.
 */
@Singleton
class MigrationConnection implements FlywayConfigurationCustomizer {
    private final DatabaseTls tls;
    private final String url;
    private final String user;
    private final String password;

    MigrationConnection(
            DatabaseTls tls,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String user,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.tls = tls;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(probed(), user, password);
    }

    private String probed() {
        try {
            return probed(url + tls.jdbcParameters() + SessionDefaults.jdbcParameters());
        } catch (SQLNonTransientConnectionException e) {
            if (!tls.isOptional()) {
                throw unreachable(e);
            }
            return probedWithoutTls();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private String probedWithoutTls() {
        try {
            return probed(url + DatabaseTls.withoutTls() + SessionDefaults.jdbcParameters());
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private String probed(String candidate) throws SQLException {
        try (Connection connection = new MariaDbDataSource(candidate).getConnection(user, password)) {
            DatabaseMetaData server = connection.getMetaData();
            new ServerVersion(
                            server.getDatabaseProductName(),
                            server.getDatabaseMajorVersion(),
                            server.getDatabaseMinorVersion())
                    .requireSupported();
        }
        return candidate;
    }

    /** Without the cause: the sentence says it all, and a stack trace would hide it. */
    private RefusedSetting unreachable(SQLException cause) {
        return new RefusedSetting(
                "The migration user " + user + " could not connect to " + url + ": " + cause.getMessage());
    }
}
