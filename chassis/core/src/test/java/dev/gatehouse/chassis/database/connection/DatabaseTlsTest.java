package dev.gatehouse.chassis.database.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTlsTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "[::1]"})
    void triesTlsFirstOnLoopback(String host) {
        assertEquals(SslMode.PREFERRED, options(tls(host, null)).getSslMode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "db.example.test", "localhost.example.test", "2001:db8::1"})
    void needsTlsElsewhere(String host) {
        // Given
        DatabaseTls tls = tls(host, null);

        // Then
        assertEquals(SslMode.REQUIRED, options(tls).getSslMode());
        assertEquals("?sslMode=trust", tls.jdbcParameters());
        assertFalse(tls.isOptional());
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLED, DISABLED, ?sslMode=disable&allowPublicKeyRetrieval=true",
        "PREFERRED, PREFERRED, ?sslMode=trust",
        "REQUIRED, REQUIRED, ?sslMode=trust",
        "VERIFY_CA, VERIFY_CA, ?sslMode=verify-ca",
        "VERIFY_IDENTITY, VERIFY_IDENTITY, ?sslMode=verify-full"
    })
    void takesTheOperatorsWordOnBothClients(TlsMode mode, SslMode reactive, String jdbc) {
        // Given
        DatabaseTls tls = tls("db.example.test", mode);

        // Then
        assertEquals(reactive, options(tls).getSslMode());
        assertEquals(jdbc, tls.jdbcParameters());
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"VERIFY_CA", "VERIFY_IDENTITY"})
    void verifiesWithTheAuthoritiesOfTheJvmUnlessAFileIsGiven(TlsMode mode) {
        // When
        MySQLConnectOptions options = options(tls("db.example.test", mode));

        // Then
        assertNotNull(options.getTrustOptions());
        assertFalse(options.isTrustAll());
        assertEquals(mode == TlsMode.VERIFY_IDENTITY ? "HTTPS" : "", options.getHostnameVerificationAlgorithm());
    }

    @Test
    void verifiesWithTheFileOfTheOperator(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");

        // When
        DatabaseTls tls = new DatabaseTls(config("db.example.test", TlsMode.VERIFY_CA, file));

        // Then
        assertTrue(tls.jdbcParameters().endsWith("&serverSslCert=" + file), tls.jdbcParameters());
    }

    @Test
    void refusesAFileThatCannotBeRead() {
        assertThrows(
                RefusedSetting.class,
                () -> new DatabaseTls(config("db.example.test", TlsMode.VERIFY_CA, Path.of("/does/not/exist.pem"))));
    }

    @Test
    void refusesAFileThatNothingWouldReadForTheMode(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.createFile(folder.resolve("ca.pem"));

        // Then
        assertThrows(RefusedSetting.class, () -> new DatabaseTls(config("db.example.test", TlsMode.REQUIRED, file)));
    }

    private static MySQLConnectOptions options(DatabaseTls tls) {
        MySQLConnectOptions options = new MySQLConnectOptions();
        tls.configure(options);
        return options;
    }

    private static DatabaseTls tls(String host, @Nullable TlsMode mode) {
        return new DatabaseTls(config(host, mode, null));
    }

    private static DatabaseConfig config(String host, @Nullable TlsMode mode, @Nullable Path authorities) {
        Map<String, String> settings = new HashMap<>();
        settings.put("gatehouse.db.host", host);
        Optional.ofNullable(mode)
                .ifPresent(word -> settings.put(
                        "gatehouse.db.tls", word.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Optional.ofNullable(authorities).ifPresent(file -> settings.put("gatehouse.db.tls-ca", file.toString()));
        return new SmallRyeConfigBuilder()
                .withMapping(DatabaseConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .build()
                .getConfigMapping(DatabaseConfig.class);
    }
}
