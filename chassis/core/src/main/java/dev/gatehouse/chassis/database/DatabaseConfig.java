package dev.gatehouse.chassis.database;

import org.hibernate.validator.constraints.time.DurationMin;
import org.hibernate.validator.constraints.time.DurationMax;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
}
