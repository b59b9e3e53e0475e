package dev.gatehouse.chassis.database.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The connection to the database, as far as it is not Quarkus' own configuration. */
@ConfigMapping(prefix = "gatehouse.db")
interface DatabaseConfig {
    /** Name or address of the database server; default 127.0.0.1. */
    @WithDefault("127.0.0.1")
    @NotBlank
    String host();

    /**
     * How the connection is encrypted: disabled, preferred, required, verify-ca or verify-identity; default preferred
     * on loopback, required elsewhere.
     */
    Optional<TlsMode> tls();

    /** PEM file with the authorities that verify-ca and verify-identity trust; default those of the JVM. */
    Optional<Path> tlsCa();

    /** How long a statement may be without an answer before its connection is closed; default 30 seconds. */
    @WithDefault("PT30S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration longestAnswer();

    /** How many connections the pool of a replica has; default 20. */
    @WithDefault("20")
    @Min(1)
    @Max(1_000)
    int poolSize();

    /** How long work waits for a connection of the pool before it fails; default 10 seconds. */
    @WithDefault("PT10S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 10)
    Duration longestWait();

    /** How much work may wait for a connection of the pool; more fails at once; default 2,000. */
    @WithDefault("2000")
    @Min(1)
    @Max(1_000_000)
    int longestQueue();

    /** How old a connection of the pool may become; default 30 minutes. */
    @WithDefault("PT30M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration longestLife();
}
