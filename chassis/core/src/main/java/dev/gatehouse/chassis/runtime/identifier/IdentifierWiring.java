package dev.gatehouse.chassis.runtime.identifier;

import com.fasterxml.uuid.Generators;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** The real clock and the real generator; a test's own bean of the same type takes their place. */
@ApplicationScoped
class IdentifierWiring {
    @Produces
    @Singleton
    @DefaultBean
    IdGenerator idGenerator() {
        return Generators.timeBasedEpochGenerator()::generate;
    }

    /** Ticks of milliseconds, because that is what columns and events keep. */
    @Produces
    @Singleton
    @DefaultBean
    InstantSource instantSource() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
