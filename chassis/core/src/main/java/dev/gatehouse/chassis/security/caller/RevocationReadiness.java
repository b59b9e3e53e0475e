package dev.gatehouse.chassis.security.caller;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the revocations of the past are known; a feed that falls silent later is reported and takes no replica out
 * of rotation, or an outage of the broker would end all sign-ins.
 */
@Readiness
@ApplicationScoped
class RevocationReadiness implements AsyncHealthCheck {
    private final RevocationFeed feed;
    private final Revocations revocations;

    RevocationReadiness(RevocationFeed feed, Revocations revocations) {
        this.feed = feed;
        this.revocations = revocations;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(this::response);
    }

    private HealthCheckResponse response() {
        return HealthCheckResponse.named("revocations")
                .status(feed.caughtUp())
                .withData("state", state())
                .build();
    }

    private String state() {
        if (!feed.caughtUp()) {
            return "catching-up";
        }
        return revocations.healthy() ? "live" : "degraded";
    }
}
