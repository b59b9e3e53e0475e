package dev.gatehouse.chassis.runtime.background;

import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One kind of background work, done in rounds that never overlap within this process. */
public final class Worker {
    private static final Log LOG = Log.of(Worker.class);

    private final String name;
    private final Supplier<Uni<Void>> round;
    private final AtomicInteger signals = new AtomicInteger();

    private Worker(String name, Supplier<Uni<Void>> round) {
        this.name = name;
        this.round = round;
    }

    /**
     * Work that does one round for each signal.
     *
     * @param round does all there is to do; begins on a thread without a session, so it opens its own transactions
     */
    public static Worker of(String name, Supplier<Uni<Void>> round) {
        return new Worker(name, round);
    }

    /**
     * Work that takes one piece after another on a signal, until nothing is left.
     *
     * @param piece says whether there was anything to do; opens its own transactions
     */
    public static Worker draining(String name, Supplier<Uni<Boolean>> piece) {
        return new Worker(name, () -> drained(piece));
    }

    /** Returns at once; a round begins, or one more follows the one that is going on. */
    public void wake() {
        if (signals.getAndIncrement() == 0) {
            begin();
        }
    }

    private static Uni<Void> drained(Supplier<Uni<Boolean>> piece) {
        return Multi.createBy()
                .repeating()
                .uni(() -> piece.get())
                .whilst(found -> found)
                .onItem()
                .ignoreAsUni();
    }

    private void begin() {
        int seen = signals.get();
        Uni.createFrom()
                .deferred(() -> round.get())
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .subscribe()
                .with(done -> end(seen), failure -> failed(failure, seen));
    }

    private void failed(Throwable failure, int seen) {
        LOG.with("work", name).warn("Background work failed and will be tried again", failure);
        end(seen);
    }

    private void end(int seen) {
        if (signals.addAndGet(-seen) > 0) {
            begin();
        }
    }
}
