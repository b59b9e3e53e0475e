package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes invitations after their retention, accepted or not. */
@ApplicationScoped
class InvitationCleanupJob {
    private final Purge purge;
    private final InvitationConfig config;
    private final InstantSource clock;

    InvitationCleanupJob(Purge purge, InvitationConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "invitation-cleanup",
            every = "${gatehouse.auth.invitation.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "invitation", "id", "expires_at < ?", clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
