package dev.gatehouse.auth.credential.password;

import com.sun.management.OperatingSystemMXBean;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A fixed number of threads and a bounded queue for computations that keep a core busy.
 *
 * <p>Completes on the Vert.x context of the caller, because a Hibernate session must not change threads. Fails with 503
 * and {@code Retry-After} when the queue is full.
 */
@ApplicationScoped
class HashingPool {
    private static final Log LOG = Log.of(HashingPool.class);
    private static final int KIB = 1_024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ThreadPoolExecutor threads;
    private final Timer timer;
    private final Counter rejected;

    /** Fails with a sentence when the threads together may use more memory than the machine or the container has. */
    @Inject
    HashingPool(PasswordConfig config, MeterRegistry meters) {
        this(threads(config), config.hashQueue(), meters);
        LOG.with("threads", threads(config))
                .with("memoryMib", memoryMib(config, totalMemory()))
                .info("Passwords are hashed within this memory");
    }

    HashingPool(int size, int queue, MeterRegistry meters) {
        this.threads =
                new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), threadNames());
        this.timer = Timer.builder("gatehouse.password.hash")
                .description("Time of hashing or comparing one password")
                .register(meters);
        this.rejected = Counter.builder("gatehouse.password.rejected")
                .description("Hashes refused because the queue was full")
                .register(meters);
        Gauge.builder("gatehouse.password.queue", threads.getQueue(), java.util.Collection::size)
                .description("Hashes that wait for a thread")
                .strongReference(true)
                .register(meters);
    }

    private static int threads(PasswordConfig config) {
        return config.hashThreads().orElse(Runtime.getRuntime().availableProcessors());
    }

    private static long totalMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** The most memory that all threads use at once; fails when it is not within this many bytes. */
    static long memoryMib(PasswordConfig config, long totalBytes) {
        long kib = (long) threads(config) * config.hashMemoryKib();
        if (kib >= totalBytes / KIB) {
            throw new IllegalStateException("gatehouse.auth.password.hash-memory-kib times hash-threads is " + kib / KIB
                    + " MiB, and there are only " + totalBytes / KIB / KIB + " MiB");
        }
        return kib / KIB;
    }

    /** Runs a computation that hashes or compares a password; its time is measured. */
    <T> Uni<T> hash(Supplier<T> work) {
        return run(() -> timer.record(work));
    }

    /** Runs the work on one of the threads; work that is cancelled before it starts is dropped. */
    <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> onThread(work).emitOn(backToCaller()));
    }

    private <T> Uni<T> onThread(Supplier<T> work) {
        return Uni.createFrom().emitter(emitter -> submit(work, emitter));
    }

    private <T> void submit(Supplier<T> work, UniEmitter<? super T> emitter) {
        try {
            Future<?> turn = threads.submit(() -> complete(work, emitter));
            emitter.onTermination(() -> turn.cancel(false));
        } catch (RejectedExecutionException full) {
            rejected.increment();
            emitter.fail(new ProblemException(ProblemType.OVERLOADED, "Too many sign-ins at once: try again shortly.")
                    .retryAfter(RETRY_AFTER));
        }
    }

    private <T> void complete(Supplier<T> work, UniEmitter<? super T> emitter) {
        try {
            emitter.complete(work.get());
        } catch (RuntimeException | LinkageError fault) {
            emitter.fail(fault);
        }
    }

    private static Executor backToCaller() {
        Context caller = Vertx.currentContext();
        return caller == null ? Runnable::run : task -> caller.runOnContext(nothing -> task.run());
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private static java.util.concurrent.ThreadFactory threadNames() {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "password-hashing-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
