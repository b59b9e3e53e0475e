package dev.gatehouse.chassis.runtime.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers: the one thing without which this replica must not get requests. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    private static final String NAME = "database";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofMillis(500);

    private final Uni<HealthCheckResponse> answer;

    /** Kept for a moment, so that frequent checks do not load the database. */
    DatabaseHealth(Pool pool) {
        this.answer = pool.query("SELECT 1")
                .execute()
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .fail()
                .map(rows -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME))
                .memoize()
                .forFixedDuration(REMEMBERED);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }
}
