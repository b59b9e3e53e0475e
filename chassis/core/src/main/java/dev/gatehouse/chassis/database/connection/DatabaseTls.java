package dev.gatehouse.chassis.database.connection;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.SslMode;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts all connections to the database alike: those of the pool, of the outbox relay and of the migrations.
 *
 * <p>Fails closed: in every mode but {@link TlsMode#PREFERRED} and {@link TlsMode#DISABLED} a server without TLS is
 * refused, and so is one whose certificate does not verify where it has to.
 */
@Singleton
class DatabaseTls {
    private static final @Nullable KeyStore OF_JVM = null;

    private final TlsMode mode;
    private final Optional<Path> authorities;

    DatabaseTls(DatabaseConfig config) {
        this.mode = config.tls().orElseGet(() -> TlsMode.defaultFor(config.host()));
        this.authorities = config.tlsCa();
        authorities.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new RefusedSetting("gatehouse.db.tls-ca names " + file
                    + ", which cannot be read; give the path of a PEM file with the authorities to trust");
        });
        if (authorities.isPresent() && !mode.verifies()) {
            throw new RefusedSetting("gatehouse.db.tls-ca has no effect unless gatehouse.db.tls is verify-ca or"
                    + " verify-identity; set one of them, or remove gatehouse.db.tls-ca");
        }
    }

    /** Sets the options of the reactive client. */
    void configure(MySQLConnectOptions options) {
        options.setSslMode(
                switch (mode) {
                    case DISABLED -> SslMode.DISABLED;
                    case PREFERRED -> SslMode.PREFERRED;
                    case REQUIRED -> SslMode.REQUIRED;
                    case VERIFY_CA -> SslMode.VERIFY_CA;
                    case VERIFY_IDENTITY -> SslMode.VERIFY_IDENTITY;
                });
        if (mode.verifies()) {
            options.setTrustOptions(trusted());
            options.setHostnameVerificationAlgorithm(mode == TlsMode.VERIFY_IDENTITY ? "HTTPS" : "");
        } else {
            options.setTrustAll(true);
        }
    }

    /** Whether a connection without TLS is allowed when the server does not offer it. */
    boolean isOptional() {
        return mode == TlsMode.PREFERRED;
    }

    /** The parameters of a JDBC URL of MariaDB's driver, beginning with {@code ?}. */
    String jdbcParameters() {
        return switch (mode) {
            case DISABLED -> withoutTls();
            case PREFERRED, REQUIRED -> "?sslMode=trust";
            case VERIFY_CA -> "?sslMode=verify-ca" + serverCertificate();
            case VERIFY_IDENTITY -> "?sslMode=verify-full" + serverCertificate();
        };
    }

    /** As {@link #jdbcParameters()} for a server that offers no TLS. */
    static String withoutTls() {
        return "?sslMode=disable&allowPublicKeyRetrieval=true";
    }

    private String serverCertificate() {
        return authorities
                .map(file -> "&serverSslCert=" + file.toAbsolutePath())
                .orElse("");
    }

    private TrustOptions trusted() {
        if (authorities.isPresent()) {
            return new PemTrustOptions().addCertPath(authorities.get().toString());
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(OF_JVM);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JVM has no usable trust store", e);
        }
    }
}
