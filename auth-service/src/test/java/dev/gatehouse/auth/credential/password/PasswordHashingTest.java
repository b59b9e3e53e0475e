package dev.gatehouse.auth.credential.password;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.chassis.testkit.setting.Settings;
import dev.gatehouse.contracts.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashingTest {
    private static final String CANNOT_BE_CHECKED =
            "A stored password cannot be checked: its format or its pepper is not known";

    private static final Secret PASSWORD = Secret.of("a phrase that is hard to guess");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HashingPool pool = new HashingPool(2, 8, meters);
    private final Decoys decoys = new Decoys(key(9));
    private final PasswordHashing hashing = hashing(2, 1);

    @Test
    void knowsThePasswordItHashed() {
        // Given
        StoredPassword stored = done(hashing.hash(PASSWORD));

        // When
        Check right = done(hashing.check(PASSWORD, stored));
        Check wrong = done(hashing.check(Secret.of("another phrase altogether"), stored));

        // Then
        assertEquals(new Check.Match(false), right);
        assertEquals(new Check.Mismatch(), wrong);
    }

    @Test
    void aHashOfAnotherSystemIsToBeReplaced() {
        // Given
        StoredPassword foreign =
                PasswordHashing.takeOver("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0").orElseThrow();

        // Then
        assertEquals(new Check.Match(true), done(hashing.check(Secret.of("test12345"), foreign)));
        assertEquals(new Check.Mismatch(), done(hashing.check(Secret.of("test12346"), foreign)));
    }

    @Test
    void neverHashesTheSamePasswordToTheSameText() {
        assertNotEquals(
                done(hashing.hash(PASSWORD)).phc(), done(hashing.hash(PASSWORD)).phc());
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        // Given
        StoredPassword stored = done(hashing.hash(Secret.of("caf\u00e9 au lait, s'il vous pla\u00eet")));

        // When
        Check check = done(hashing.check(Secret.of("cafe\u0301 au lait, s'il vous plai\u0302t"), stored));

        // Then
        assertEquals(new Check.Match(false), check);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"1, 2", "x, X", "x,", "x,x ", " x,x", "a\u00df,ass", "\uff21,A"})
    void comparesThePasswordToItsVeryEnd(String one, @Nullable String other) {
        // Given
        String long64 = "correct horse battery staple ".repeat(3).substring(0, 64);
        StoredPassword stored = done(hashing.hash(Secret.of(long64 + one)));

        // When
        Check check = done(hashing.check(Secret.of(long64 + (other == null ? "" : other)), stored));

        // Then
        assertEquals(new Check.Mismatch(), check);
    }

    @Test
    void hashesAlsoWithoutAStoredPasswordAndNeverMatches() {
        // When
        Check check = done(hashing.check(PASSWORD, null));

        // Then
        assertEquals(new Check.Mismatch(), check);
        assertEquals(1, meters.get("gatehouse.password.hash").timer().count());
    }

    @Test
    void asksForARehashWhenTheConfiguredCostIsHigher() {
        // Given
        StoredPassword old = done(hashing.hash(PASSWORD));

        // When
        Check check = done(hashing(3, 1).check(PASSWORD, old));

        // Then
        assertEquals(new Check.Match(true), check);
    }

    /** L8: the time of a hash is in proportion to its memory times its passes. */
    @Test
    void l8ChecksAHashOfAnEarlierCostWithTheWorkOfAnUnknownAccount() {
        // Given
        StoredPassword old = done(hashing.hash(PASSWORD));
        List<Argon2Cost> computed = Collections.synchronizedList(new ArrayList<>());
        PasswordHashing dearer = recorded(cost(3), 1, computed);

        // When
        computed.clear();
        Check unknown = done(dearer.check(PASSWORD, null));
        double workForUnknown = work(computed);
        computed.clear();
        Check known = done(dearer.check(PASSWORD, old));

        // Then
        assertEquals(new Check.Mismatch(), unknown);
        assertEquals(new Check.Match(true), known);
        assertEquals(workForUnknown, work(computed), 3);
    }

    private static double work(List<Argon2Cost> computed) {
        return computed.stream()
                .mapToDouble(cost -> (double) cost.memoryKib() * cost.iterations())
                .sum();
    }

    /** Computes, and remembers at what cost. */
    private record Recorded(List<Argon2Cost> computed) implements Argon2.Engine {
        @Override
        public byte[] tag(Argon2Cost cost, byte[] input, byte[] salt, int length) {
            computed.add(cost);
            return new Argon2.Engine.BouncyCastle().tag(cost, input, salt, length);
        }

        @Override
        public String name() {
            return "recorded";
        }
    }

    @Test
    void anotherPepperOpensNothing() {
        // Given
        StoredPassword stored = done(hashing.hash(PASSWORD));

        // When
        try (CapturedLog log = CapturedLog.of(PasswordHashing.class)) {
            Check check = done(hashing(2, 2).check(PASSWORD, stored));

            // Then
            assertEquals(new Check.Mismatch(), check);
            assertEquals(List.of(CANNOT_BE_CHECKED), log.sentences());
        }
    }

    @Test
    void aFormerPepperOpensAndAsksForARehashWithTheNewestOne() {
        // Given
        StoredPassword old = done(hashing.hash(PASSWORD));
        PasswordHashing rotated = hashing(2, 2, 1);

        // When
        Check right = done(rotated.check(PASSWORD, old));
        Check wrong = done(rotated.check(Secret.of("another phrase altogether"), old));
        StoredPassword rehashed = done(rotated.hash(PASSWORD));

        // Then
        assertEquals(new Check.Match(true), right);
        assertEquals(new Check.Mismatch(), wrong);
        assertNotEquals(old.pepperKeyId(), rehashed.pepperKeyId());
        assertEquals(new Check.Match(false), done(rotated.check(PASSWORD, rehashed)));
        assertEquals(new Check.Match(false), done(hashing(2, 2).check(PASSWORD, rehashed)));
    }

    @Test
    void aPepperThatIsNotConfiguredAnyMoreIsNoFasterAndNoException() {
        // Given
        StoredPassword stored = done(hashing.hash(PASSWORD));
        List<Argon2Cost> computed = Collections.synchronizedList(new ArrayList<>());

        // When
        try (CapturedLog log = CapturedLog.of(PasswordHashing.class)) {
            Check check = done(recorded(cost(2), 2, computed).check(PASSWORD, stored));

            // Then
            assertEquals(new Check.Mismatch(), check);
            assertEquals(List.of(Argon2Cost.FLOOR), computed);
            assertEquals(List.of(CANNOT_BE_CHECKED), log.sentences());
        }
    }

    /** L8: one in four accounts was imported with a costly hash, or has one from before the cost was lowered. */
    @ParameterizedTest
    @ValueSource(strings = {"$2b$12$", "$argon2id$v=19$m=47104,t=2,p=1$"})
    void l8UnknownAddressesCostWhatAccountsCost(String costly) {
        // Given
        StoredPassword today = done(hashing.hash(PASSWORD));
        StoredPassword other = new StoredPassword(costly, "foreign");
        decoys.replace(List.of(new Decoys.Share("today", today, 3_000), new Decoys.Share("other", other, 1_000)));

        // When
        long drawn = IntStream.range(0, 2_000)
                .filter(n ->
                        decoys.of("ada" + n + "@helpdesk.test").orElseThrow().equals(other))
                .count();

        // Then
        assertEquals(500.0, (double) drawn, 80.0);
        assertEquals(decoys.of("ada@helpdesk.test"), decoys.of("ada@helpdesk.test"));
    }

    @Test
    void l8TheDecoyOfAnUnknownAddressIsComputed() {
        // Given
        List<Argon2Cost> computed = Collections.synchronizedList(new ArrayList<>());
        PasswordHashing recorded = recorded(cost(2), 1, computed);
        StoredPassword dearer = done(hashing(3, 1).hash(PASSWORD));
        decoys.replace(List.of(new Decoys.Share("dearer", dearer, 1)));

        // When
        Check unknown = done(recorded.check(PASSWORD, null, "ada@helpdesk.test"));
        Check known = done(recorded.check(PASSWORD, dearer, "ada@helpdesk.test"));

        // Then
        assertEquals(new Check.Mismatch(), unknown);
        assertEquals(new Check.Match(false), known);
        Argon2Cost cost = new Argon2Cost(Argon2Cost.LEAST_MEMORY_KIB, 3, 1);
        assertEquals(List.of(cost, cost), computed);
    }

    @Test
    void l8TheDecoyOfAnImportedAccountNeverOpensAnything() {
        // Given
        StoredPassword foreign =
                PasswordHashing.takeOver("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0").orElseThrow();
        decoys.replace(List.of(new Decoys.Share("phpass", foreign, 1)));

        // Then
        assertEquals(new Check.Mismatch(), done(hashing.check(Secret.of("test12345"), null, "ada@helpdesk.test")));
    }

    /** When accounts of one cost log in and are hashed anew, unknown addresses leave that cost, and no other. */
    @Test
    void l8AddressesChangeTheirCostOnlyAsAccountsDo() {
        // Given
        StoredPassword today = done(hashing.hash(PASSWORD));
        StoredPassword old = new StoredPassword("$2b$12$", "foreign");
        List<String> addresses = IntStream.range(0, 1_000)
                .mapToObj(n -> "ada" + n + "@helpdesk.test")
                .toList();
        decoys.replace(List.of(new Decoys.Share("today", today, 500), new Decoys.Share("old", old, 500)));
        List<String> wereOld = addresses.stream()
                .filter(email -> decoys.of(email).orElseThrow().equals(old))
                .toList();

        // When
        decoys.replace(List.of(new Decoys.Share("today", today, 900), new Decoys.Share("old", old, 100)));
        List<String> areOld = addresses.stream()
                .filter(email -> decoys.of(email).orElseThrow().equals(old))
                .toList();

        // Then
        assertTrue(wereOld.containsAll(areOld));
        assertEquals(100.0, (double) areOld.size(), 40.0);
    }

    @Test
    void theMemoryOfAllThreadsIsWithinWhatThereIs() {
        // Given
        PasswordConfig config =
                Settings.of(PasswordConfig.class, Map.of("hash-threads", "8", "hash-memory-kib", "65536"));

        // Then
        assertEquals(512, HashingPool.memoryMib(config, 1L << 30));
        assertTrue(assertThrows(IllegalStateException.class, () -> HashingPool.memoryMib(config, 1L << 29))
                .toString()
                .contains("gatehouse.auth.password.hash-memory-kib"));
    }

    private PasswordHashing recorded(PasswordConfig config, int pepper, List<Argon2Cost> computed) {
        return new PasswordHashing(
                config, pepper(pepper), decoys, pool, new Repeatable(), new Argon2(new Recorded(computed)));
    }

    @Test
    void whatIsNoHashOpensNothing() {
        try (CapturedLog log = CapturedLog.of(PasswordHashing.class)) {
            assertEquals(new Check.Mismatch(), done(hashing.check(PASSWORD, new StoredPassword("x", "y"))));
            assertEquals(List.of(CANNOT_BE_CHECKED), log.sentences());
        }
    }

    @Test
    void storesTheFloorOfTheCheatSheetAndPrintsNothingOfIt() {
        // When
        StoredPassword stored = done(hashing.hash(PASSWORD));

        // Then
        assertTrue(stored.phc().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertTrue(PhcHash.parse(stored.phc()).isPresent());
        assertFalse(stored.toString().contains("argon2"));
    }

    @Test
    void refusesAtOnceWhatTheQueueCannotHold() {
        // Given
        HashingPool small = new HashingPool(1, 1, meters);
        CountDownLatch busy = new CountDownLatch(1);
        UniAssertSubscriber<Boolean> first = started(small.run(() -> waited(busy)));
        await().untilAsserted(() -> assertEquals(0, queued()));
        UniAssertSubscriber<Boolean> second = started(small.run(() -> waited(busy)));

        // When
        ProblemException refusal = assertThrows(ProblemException.class, () -> done(small.run(() -> true)));

        // Then
        assertEquals(ProblemType.OVERLOADED, refusal.type());
        assertEquals(1, meters.get("gatehouse.password.rejected").counter().count());
        busy.countDown();
        first.awaitItem(Duration.ofSeconds(5)).assertItem(true);
        second.awaitItem(Duration.ofSeconds(5)).assertItem(true);
    }

    @Test
    void worksOnNamedThreads() {
        assertTrue(done(pool.run(() -> Thread.currentThread().getName())).startsWith("password-hashing-"));
    }

    private double queued() {
        return meters.get("gatehouse.password.queue").gauge().value();
    }

    private static UniAssertSubscriber<Boolean> started(Uni<Boolean> work) {
        return work.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static boolean waited(CountDownLatch busy) {
        try {
            busy.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** With the newest pepper first. */
    private PasswordHashing hashing(int iterations, int... peppers) {
        return new PasswordHashing(cost(iterations), pepper(peppers), decoys, pool, new Repeatable());
    }

    private static PasswordConfig cost(int iterations) {
        return Settings.of(PasswordConfig.class, Map.of("hash-iterations", Integer.toString(iterations)));
    }

    private static Pepper pepper(int... seeds) {
        return new Pepper(IntStream.of(seeds).mapToObj(PasswordHashingTest::key).toList());
    }

    private static SecretKey key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    private static final class Repeatable implements RandomSecrets {
        private final Random random = new Random(7);

        @Override
        public String next() {
            return Integer.toHexString(random.nextInt());
        }

        @Override
        public byte[] bytes(int count) {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        }

        @Override
        public int number(int boundExclusive) {
            return random.nextInt(boundExclusive);
        }
    }
}
