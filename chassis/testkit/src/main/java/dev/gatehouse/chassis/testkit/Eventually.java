package dev.gatehouse.chassis.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** What holds a moment later, because services learn of each other by events. */
public final class Eventually {
    /** Long enough for a busy machine; a test that waits this long fails. */
    public static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Eventually() {}

    /** Within the usual limit; fails with the sentence. */
    public static void holds(String sentence, Callable<Boolean> condition) {
        within(LIMIT, sentence, condition);
    }

    /** Within this time; fails with the sentence. */
    public static void within(Duration limit, String sentence, Callable<Boolean> condition) {
        Awaitility.await(sentence)
                .pollDelay(Duration.ZERO)
                .atMost(limit)
                .pollInterval(BETWEEN_LOOKS)
                .until(condition);
    }
}
