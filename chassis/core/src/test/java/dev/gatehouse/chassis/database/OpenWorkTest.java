package dev.gatehouse.chassis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OpenWorkTest {
    private final OpenWork open = new OpenWork();

    @Test
    void stopsAtOnceWhenNothingIsBeingDone() {
        assertEquals(1, open.counted(() -> Uni.createFrom().item(1)).await().indefinitely());

        open.stop(new ShutdownEvent());
    }

    @Test
    void letsWhatHasBegunFinishFirst() {
        // Given
        CompletableFuture<Integer> commit = new CompletableFuture<>();
        CompletableFuture<Integer> done =
                open.counted(() -> Uni.createFrom().completionStage(commit)).subscribeAsCompletionStage();

        // When
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> open.stop(new ShutdownEvent()));

        // Then
        Awaitility.await().until(() -> !begins());
        assertFalse(stopped.isDone());
        commit.complete(1);
        stopped.join();
        assertEquals(1, done.join());
    }

    @Test
    void countsWhatFails() {
        open.counted(() -> Uni.createFrom().failure(new IllegalStateException("refused")))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        open.stop(new ShutdownEvent());
    }

    @Test
    void countsEachTryOnce() {
        AtomicInteger tries = new AtomicInteger();
        open.counted(() -> Uni.createFrom().item(tries.incrementAndGet()).invoke(number -> {
                    if (number < 3) {
                        throw new IllegalStateException("try again");
                    }
                }))
                .onFailure()
                .retry()
                .atMost(3)
                .await()
                .indefinitely();

        assertTrue(begins());
    }

    @Test
    void beginsNothingAfterwards() {
        open.stop(new ShutdownEvent());

        assertFalse(begins());
    }

    private boolean begins() {
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<Integer> tried = open.counted(() -> Uni.createFrom().item(begun.incrementAndGet()))
                .subscribeAsCompletionStage();
        return tried.isDone() && begun.get() == 1;
    }
}
