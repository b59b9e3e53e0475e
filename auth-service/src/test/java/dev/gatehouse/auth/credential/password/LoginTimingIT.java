package dev.gatehouse.auth.credential.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the time of an answer tells. Logins of all cases alternate in an order that is drawn anew each time, so that
 * other work of the machine meets all of them; how much it disturbs is seen from two cases that are the same.
 */
@QuarkusTest
@AuthStack
class LoginTimingIT {
    /** Logins of each case in one block. */
    private static final int ROUNDS = 8;
    /** An account fails no more often, so that nothing limits it. */
    private static final int BLOCKS_OF_AN_ACCOUNT = 3;

    private static final int FEWEST_BLOCKS = 6;
    private static final int MOST_BLOCKS = 12;

    @Inject
    People people;

    @Inject
    DecoyRefreshJob decoys;

    private final Random random = new Random(12);
    private final TimeDifferences differences = new TimeDifferences();
    private int attempts;

    /** Unknown addresses are answered in the time of the hashes that are stored: here those of our own alone. */
    @BeforeEach
    void forgetForeignHashes() {
        StackEnds.database(AuthStack.SCHEMA)
                .update("DELETE FROM credential WHERE pepper_key_id = ?", ForeignHash.NO_PEPPER);
        decoys.run().await().atMost(Duration.ofSeconds(10));
    }

    /**
     * A12: the difference is less than 5 milliseconds, or not to be told from what the machine does by itself; and less
     * than the standard deviation of the answers, so that it drowns in a single one.
     */
    @Test
    void a12AnswersEveryFailureInTheSameTime() {
        // Given
        measure(targets());
        differences.forget();

        // When
        List<Map<Case, Target>> targets = List.of();
        for (int block = 0; block < MOST_BLOCKS && !(block >= FEWEST_BLOCKS && differences.areNone()); block++) {
            targets = block % BLOCKS_OF_AN_ACCOUNT == 0 ? targets() : targets;
            measure(targets);
        }

        // Then
        assertTrue(differences.cannotBeTold(), differences::toString);
        assertTrue(differences.areWithinOneDeviation(), differences::toString);
    }

    private void measure(List<Map<Case, Target>> targets) {
        Map<Case, List<Double>> times = new EnumMap<>(Case.class);
        List<Case> order = new ArrayList<>(List.of(Case.values()));
        for (Map<Case, Target> round : targets) {
            Collections.shuffle(order, random);
            for (Case one : order) {
                times.computeIfAbsent(one, none -> new ArrayList<>()).add(millis(of(round, one)));
            }
        }
        differences.add(times);
    }

    private double millis(Target target) {
        attempts++;
        Browser browser =
                new Browser(Audience.USER, "10.77." + attempts / 250 + "." + (attempts % 250 + 1), "timing-test");
        long start = System.nanoTime();
        int status = browser.login(target.email(), "not the password at all").statusCode();
        double taken = (System.nanoTime() - start) / 1e6;
        assertEquals(401, status);
        return taken;
    }

    private static <V> V of(Map<Case, V> values, Case one) {
        return Objects.requireNonNull(values.get(one), one::toString);
    }

    private List<Map<Case, Target>> targets() {
        return Stream.generate(() -> {
                    Map<Case, Target> targets = new EnumMap<>(Case.class);
                    Stream.of(Case.values()).forEach(one -> targets.put(one, new Target(one.email(people))));
                    return targets;
                })
                .limit(ROUNDS)
                .toList();
    }

    private record Target(String email) {}

    /** At whose account a wrong password is typed. */
    enum Case {
        KNOWN {
            @Override
            String email(People people) {
                return people.user().email();
            }
        },
        KNOWN_AS_WELL {
            @Override
            String email(People people) {
                return people.user().email();
            }
        },
        UNKNOWN {
            @Override
            String email(People people) {
                return UUID.randomUUID() + "@helpdesk.test";
            }
        },
        DISABLED {
            @Override
            String email(People people) {
                Person person = people.user();
                people.disable(person);
                return person.email();
            }
        },
        OF_THE_OTHER_AUDIENCE {
            @Override
            String email(People people) {
                return people.agent().email();
            }
        };

        abstract String email(People people);
    }

    /**
     * For each block and case, how much later than {@link Case#KNOWN} it was answered, by the lower quartiles: load
     * makes answers later and never earlier, so these are disturbed least, and whoever attacks would compare them too.
     */
    private static final class TimeDifferences {
        private static final double MOST_MILLIS = 5;
        /** Of a normal distribution: the deviation by the median of deviations, and the error of a median. */
        private static final double DEVIATION = 1.4826;

        private static final double OF_MEDIAN = 1.2533;
        private static final double ERRORS = 4;

        private final Map<Case, List<Double>> ofBlocks = new EnumMap<>(Case.class);
        private final List<Double> answers = new ArrayList<>();

        void forget() {
            ofBlocks.clear();
            answers.clear();
        }

        void add(Map<Case, List<Double>> times) {
            double known = quartile(of(times, Case.KNOWN));
            answers.addAll(of(times, Case.KNOWN));
            times.forEach((one, taken) ->
                    ofBlocks.computeIfAbsent(one, none -> new ArrayList<>()).add(quartile(taken) - known));
        }

        /** Whether the differences are small, and would be seen if they were not. */
        boolean areNone() {
            return error() * ERRORS < MOST_MILLIS && largest() < MOST_MILLIS;
        }

        boolean cannotBeTold() {
            return largest() < Math.max(MOST_MILLIS, error() * ERRORS);
        }

        boolean areWithinOneDeviation() {
            return largest() < deviation();
        }

        /** Of the answers at one case. */
        private double deviation() {
            double mean = answers.stream().mapToDouble(taken -> taken).average().orElseThrow();
            double squares = answers.stream()
                    .mapToDouble(taken -> (taken - mean) * (taken - mean))
                    .sum();
            return Math.sqrt(squares / (answers.size() - 1));
        }

        private double largest() {
            return ofBlocks.values().stream()
                    .mapToDouble(differences -> Math.abs(median(differences)))
                    .max()
                    .orElseThrow();
        }

        /** How far the median of two cases that are the same may be from nothing. */
        private double error() {
            List<Double> control = of(ofBlocks, Case.KNOWN_AS_WELL);
            double middle = median(control);
            double deviation = DEVIATION
                    * median(control.stream()
                            .map(value -> Math.abs(value - middle))
                            .toList());
            return OF_MEDIAN * deviation / Math.sqrt(control.size());
        }

        private static double quartile(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 4);
        }

        private static double median(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            int half = sorted.size() / 2;
            return IntStream.of(half, sorted.size() - 1 - half)
                    .mapToDouble(sorted::get)
                    .average()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            Map<Case, Long> rounded = new EnumMap<>(Case.class);
            ofBlocks.forEach((one, differences) -> rounded.put(one, Math.round(median(differences) * 1000)));
            return "microseconds later than a known account " + rounded + ", error " + Math.round(error() * 1000)
                    + ", standard deviation " + Math.round(deviation() * 1000)
                    + ", of " + of(ofBlocks, Case.KNOWN).size() + " blocks";
        }
    }
}
