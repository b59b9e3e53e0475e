package dev.gatehouse.auth.login.limit;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes the sums of the logins that this replica throttled. */
@ApplicationScoped
class ThrottledLoginsJob {
    private final ThrottledLogins throttled;

    ThrottledLoginsJob(ThrottledLogins throttled) {
        this.throttled = throttled;
    }

    @Scheduled(
            identity = "throttled-logins",
            every = "${gatehouse.auth.login.limit.summary-every}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return throttled.publish();
    }
}
