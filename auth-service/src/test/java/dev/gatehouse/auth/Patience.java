package dev.gatehouse.auth;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for what others are about to do, and not a moment longer. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Patience() {}

    public static void until(Callable<Boolean> come) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .atMost(LONGEST)
                .until(come);
    }

    public static <T> T look(Callable<T> look, Predicate<T> come) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .atMost(LONGEST)
                .until(look, come);
    }
}
