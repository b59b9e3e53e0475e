package dev.gatehouse.chassis.mail;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.chassis.testkit.hostile.LinearTimeOfModule;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the classes of this module. */
class LinearTimeTest extends LinearTimeOfModule {
    private static final Duration OF_AN_EVENT_LOOP = Duration.ofMillis(50);
    private static final int LONGEST_USER_AGENT = 512;

    /**
     * The expressions are somebody else's and many: a header of the greatest length is read in little time, on a
     * worker.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "; ", "A", "Bot/1.0 ", "Linux; Android 4.4; ", "1_", "Build/", "com.apple.", "-SAMSUNG"})
    void aHostileUserAgentIsReadInLessThanAnEventLoopMayTake(String piece) {
        String header = piece.repeat(LONGEST_USER_AGENT);
        long fastest = IntStream.range(0, 20)
                .mapToLong(run -> nanosOf(header.substring(run, run + LONGEST_USER_AGENT - 20)))
                .min()
                .orElseThrow();

        assertTrue(fastest < OF_AN_EVENT_LOOP.toNanos(), () -> Duration.ofNanos(fastest)
                .toString());
    }

    private static long nanosOf(String header) {
        long start = System.nanoTime();
        assertNotNull(UserAgents.describe(header).await().atMost(Duration.ofSeconds(10)));
        return System.nanoTime() - start;
    }
}
