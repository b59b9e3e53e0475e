package dev.gatehouse.chassis.runtime.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the broker is there. Never down: the service works on without it, and the outbox keeps what is to be
 * sent.
 */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {
    private final BrokerProbe probe;

    BrokerHealth(BrokerProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("broker").up();
        return probe.away()
                .map(since -> degraded(response, since))
                .orElseGet(() -> response.withData("state", "ok"))
                .build();
    }

    private static HealthCheckResponseBuilder degraded(HealthCheckResponseBuilder response, Instant since) {
        return response.withData("state", "degraded").withData("since", since.toString());
    }
}
