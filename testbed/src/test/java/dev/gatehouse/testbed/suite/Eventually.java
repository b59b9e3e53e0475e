package dev.gatehouse.testbed.suite;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** What holds a moment later, because services hear of each other by events. */
public final class Eventually {
    private Eventually() {}

    /** Within fifteen seconds; fails with the sentence. */
    public static void holds(String sentence, Callable<Boolean> condition) {
        within(Duration.ofSeconds(15), sentence, condition);
    }

    /** Within this time; fails with the sentence. */
    public static void within(Duration limit, String sentence, Callable<Boolean> condition) {
        Awaitility.await(sentence)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
