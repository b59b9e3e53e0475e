package dev.gatehouse.auth.login.password;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.People;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the time of an answer tells. */
@QuarkusTest
@AuthStack
class LoginTimingIT {
    private static final int SAMPLES = 40;
    private static final int MOST_ROUNDS = 8;
    private static final double MOST_MILLIS = 5;

    @Inject
    People people;

    /**
     * A12: known and unknown accounts take the same time. A difference that the code makes is there in every round, one
     * that other work of the machine makes is not.
     */
    @Test
    void a12AnswersKnownAndUnknownAccountsInTheSameTime() {
        // Given
        warmUp();

        // When
        List<Difference> rounds = new ArrayList<>();
        while (rounds.size() < MOST_ROUNDS && rounds.stream().noneMatch(Difference::isOfNoUse)) {
            rounds.add(measured(rounds.size(), known()));
        }

        // Then
        assertTrue(rounds.getLast().isOfNoUse(), rounds::toString);
    }

    /** Others for each round, because failed logins would be limited. */
    private List<String> known() {
        return Stream.generate(() -> people.user().email()).limit(SAMPLES).toList();
    }

    private static void warmUp() {
        var unused = IntStream.range(0, 20)
                .mapToDouble(number -> millis("203.0.113." + number, unknown()))
                .sum();
    }

    private static Difference measured(int round, List<String> emails) {
        double[] known = new double[SAMPLES];
        double[] unknown = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            known[i] = millis("192.0." + (10 + 2 * round) + "." + i, emails.get(i));
            unknown[i] = millis("192.0." + (11 + 2 * round) + "." + i, unknown());
        }
        return new Difference(
                Math.abs(median(known) - median(unknown)), Math.max(deviation(known), deviation(unknown)));
    }

    private static double millis(String address, String email) {
        Browser browser = new Browser(Audience.USER, address, "timing-test");
        long start = System.nanoTime();
        int status = browser.login(email, "not the password at all").statusCode();
        double taken = (System.nanoTime() - start) / 1e6;
        assertTrue(status == 401, () -> "status " + status);
        return taken;
    }

    private static String unknown() {
        return UUID.randomUUID() + "@helpdesk.test";
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** In milliseconds. */
    private record Difference(double ofMedians, double deviation) {
        boolean isOfNoUse() {
            return ofMedians < MOST_MILLIS && ofMedians < deviation;
        }
    }
}
