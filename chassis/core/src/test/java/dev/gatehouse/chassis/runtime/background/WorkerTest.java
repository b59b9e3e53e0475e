package dev.gatehouse.chassis.runtime.background;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
    @Test
    void takesOnePieceAfterAnotherUntilNothingIsLeft() {
        // Given
        AtomicInteger left = new AtomicInteger(3);
        AtomicInteger looks = new AtomicInteger();
        Worker worker = Worker.draining("test", () -> piece(left, looks));

        // When
        worker.wake();

        // Then
        await().untilAsserted(() -> assertEquals(4, looks.get()));
        assertEquals(-1, left.get());
    }

    @Test
    void goesOnAfterARoundThatFailed() {
        // Given
        AtomicInteger rounds = new AtomicInteger();
        Worker worker = Worker.of("test", () -> failing(rounds));

        // When
        worker.wake();
        await().untilAsserted(() -> assertEquals(1, rounds.get()));

        // Then
        await().untilAsserted(() -> {
            worker.wake();
            assertEquals(2, rounds.get());
        });
    }

    private static Uni<Boolean> piece(AtomicInteger left, AtomicInteger looks) {
        return Uni.createFrom().item(() -> {
            looks.incrementAndGet();
            return left.getAndDecrement() > 0;
        });
    }

    private static Uni<Void> failing(AtomicInteger rounds) {
        return Uni.createFrom().deferred(() -> {
            rounds.compareAndSet(1, 2);
            rounds.compareAndSet(0, 1);
            return Uni.createFrom().failure(new IllegalStateException("on purpose"));
        });
    }
}
