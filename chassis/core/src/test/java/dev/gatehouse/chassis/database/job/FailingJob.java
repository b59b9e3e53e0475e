package dev.gatehouse.chassis.database.job;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A job that fails as the test says. */
@ApplicationScoped
class FailingJob {
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    void failWith(@Nullable Throwable cause) {
        failure = cause;
        rounds.set(0);
    }

    int rounds() {
        return rounds.get();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        Throwable cause = failure;
        return (cause == null ? Uni.createFrom().voidItem() : Uni.createFrom().<Void>failure(cause))
                .onTermination()
                .invoke(rounds::incrementAndGet);
    }
}
