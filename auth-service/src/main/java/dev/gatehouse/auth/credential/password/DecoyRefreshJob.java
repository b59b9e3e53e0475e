package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.runtime.log.Log;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts at the start and then regularly which hashes are stored: for the decoys, and to report those that cannot be
 * checked because their pepper is not configured any more.
 */
@ApplicationScoped
class DecoyRefreshJob {
    private static final Log LOG = Log.of(DecoyRefreshJob.class);

    private final PanacheCredentials credentials;
    private final Decoys decoys;
    private final Pepper pepper;
    private final AtomicLong unusable = new AtomicLong();

    DecoyRefreshJob(PanacheCredentials credentials, Decoys decoys, Pepper pepper, MeterRegistry meters) {
        this.credentials = credentials;
        this.decoys = decoys;
        this.pepper = pepper;
        Gauge.builder("gatehouse.password.unusable", unusable, AtomicLong::doubleValue)
                .description("Stored passwords that cannot be checked because their pepper is not configured")
                .strongReference(true)
                .register(meters);
    }

    @Scheduled(
            identity = "password-decoys",
            every = "${gatehouse.auth.password.decoy-refresh-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return credentials.shares().invoke(this::take).replaceWithVoid();
    }

    private void take(List<Decoys.Share> stored) {
        decoys.replace(stored);
        List<Decoys.Share> without =
                stored.stream().filter(share -> !usable(share.sample())).toList();
        unusable.set(without.stream().mapToLong(Decoys.Share::count).sum());
        without.stream().map(share -> share.sample().pepperKeyId()).distinct().forEach(id -> LOG.with("pepperKeyId", id)
                .error("Stored passwords cannot be checked: their pepper is not configured"));
    }

    private boolean usable(StoredPassword password) {
        return password.pepperKeyId().equals(ForeignHash.NO_PEPPER) || pepper.knows(password.pepperKeyId());
    }
}
