package dev.gatehouse.auth.login.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.login.limit.LoginLimits.Reservation;
import dev.gatehouse.auth.login.limit.LoginLimits.Reserved;
import dev.gatehouse.auth.login.limit.LoginLimits.Subject;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas are two sets of beans over one database. */
@QuarkusTest
@AuthStack
class LimitReplicasIT {
    private static final int GUESSES = 1_000;
    private static final Subject NOBODY = new Subject(null, null, false);

    @Inject
    SqlLimits counters;

    @Inject
    LimitKeys keys;

    @Inject
    ThrottledLogins throttled;

    @Inject
    Transactions transactions;

    @Inject
    Events events;

    @Inject
    LimitConfig config;

    @Inject
    InstantSource clock;

    @Inject
    Pool pool;

    private List<LoginLimits> replicas = List.of();

    @BeforeEach
    void startTwoReplicas() {
        replicas = List.of(replica(), replica());
    }

    @Test
    void letsExactlyFiveOfAThousandParallelGuessesAtOneAccountTry() throws Exception {
        // Given
        String email = UUID.randomUUID() + "@helpdesk.test";

        // When
        long tries = tries(number -> email, number -> "198.51.100.1");

        // Then
        assertEquals(5, tries);
    }

    @Test
    void letsExactlyFiveTryWhenEveryGuessComesFromAnotherNetwork() throws Exception {
        // Given
        String email = UUID.randomUUID() + "@helpdesk.test";

        // When
        long tries = tries(number -> email, number -> "198.19." + number / 250 + "." + number % 250);

        // Then
        assertEquals(5, tries);
    }

    private long tries(IntFunction<String> email, IntFunction<String> address) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reservation>> all = IntStream.range(0, GUESSES)
                    .mapToObj(number -> threads.submit(() -> attempt(number, email, address)))
                    .toList();
            long tries = 0;
            for (Future<Reservation> one : all) {
                tries += one.get() instanceof Reserved ? 1 : 0;
            }
            return tries;
        }
    }

    private Reservation attempt(int number, IntFunction<String> email, IntFunction<String> address) {
        LoginLimits replica = replicas.get(number % replicas.size());
        SessionClient client =
                new SessionClient(IpAddress.parse(address.apply(number)).orElseThrow(), "test");
        return pool.withConnection(connection -> replica.read(connection, Audience.USER, client, email.apply(number)))
                .chain(reading -> replica.reserve(reading, NOBODY))
                .await()
                .atMost(Duration.ofMinutes(1));
    }

    private LoginLimits replica() {
        return new LoginLimits(counters, keys, throttled, transactions, events, config, clock);
    }
}
