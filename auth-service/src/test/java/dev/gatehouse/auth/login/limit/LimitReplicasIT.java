package dev.gatehouse.auth.login.limit;

import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.auth.login.campaign.LoginCampaigns;
import dev.gatehouse.auth.login.limit.LoginLimits.Reservation;
import dev.gatehouse.auth.login.limit.LoginLimits.Reserved;
import dev.gatehouse.auth.login.limit.LoginLimits.Subject;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.IncidentSuppressed;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas are two sets of beans over one database. */
@QuarkusTest
@AuthStack
class LimitReplicasIT {
    private static final int GUESSES = 1_000;
    private static final String CURRENT = "/admin/api/v1/settings/rate-limits/users/current";
    /** Of events that are about no account and from nowhere. */
    private static final String NO_KEY = "-";

    private static final AtomicInteger FENCES = new AtomicInteger(1_000_000);
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

    @Inject
    LoginCampaigns campaigns;

    @Inject
    Admins admins;

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

    /** A42: one password at five hundred accounts, from a hundred networks that stay below their own limits. */
    @Test
    void a42SlowsAHundredNetworksDownAndPublishesTheCampaignOnce() throws Exception {
        // Given
        update("DELETE FROM login_limit WHERE kind = 'USER'");
        update("UPDATE login_limit_setting SET address_failures = 20 WHERE kind = 'USER'");
        Subject owner = new Subject(UUID.randomUUID(), Instant.EPOCH, true);
        int published = campaigns(EventType.LOGIN_CAMPAIGN_DETECTED);

        // When
        long tries = 0;
        for (int wave = 0; wave < 5; wave++) {
            tries += tries(number -> UUID.randomUUID() + "@helpdesk.test", number -> "198.19.100." + number, 100);
            lookFromTwoReplicas();
        }

        // Then
        assertEquals(200, tries, "the second account of each network begins a lock");
        assertInstanceOf(Reserved.class, attempt(0, number -> "owner@helpdesk.test", number -> "198.19.100.1", owner));
        admins.anyAdmin().get(CURRENT).then().statusCode(200).body("campaignSince", notNullValue());
        admins.anyAdmin().get(CURRENT.replace("users", "agents")).then().body("campaignSince", nullValue());
        assertEquals(published + 1, campaigns(EventType.LOGIN_CAMPAIGN_DETECTED));

        // When
        int ended = campaigns(EventType.LOGIN_CAMPAIGN_ENDED);
        update("UPDATE login_limit SET since = since - INTERVAL 11 MINUTE WHERE kind = 'USER'");
        lookFromTwoReplicas();
        lookFromTwoReplicas();

        // Then
        assertEquals(10, tries(number -> UUID.randomUUID() + "@helpdesk.test", number -> "198.19.101.1", 10));
        admins.anyAdmin().get(CURRENT).then().body("campaignSince", nullValue());
        assertEquals(ended + 1, campaigns(EventType.LOGIN_CAMPAIGN_ENDED));
    }

    @AfterEach
    void restore() {
        update("UPDATE login_campaign SET since = NULL, checked_at = '1970-01-01'");
        update("UPDATE login_limit_setting SET address_failures = 10000");
    }

    /** Both look at the same moment. */
    private void lookFromTwoReplicas() {
        update("UPDATE login_campaign SET checked_at = '1970-01-01'");
        var unused = Parallel.times(
                2, number -> campaigns.look(AccountKind.USER).await().atMost(Duration.ofSeconds(10)));
    }

    /** After a fence: a later event under the same key has arrived. */
    private int campaigns(EventType type) {
        int fence = FENCES.incrementAndGet();
        transactions
                .runSql(tx -> events.publish(tx, events.event(new IncidentSuppressed(fence), Origin.SYSTEM)))
                .await()
                .atMost(Duration.ofSeconds(10));
        Eventually.until(() -> PublishedEvents.events(EventType.INCIDENT_SUPPRESSED, NO_KEY).stream()
                .anyMatch(event -> event.path("data").path("count").asInt() == fence));
        return PublishedEvents.events(type, NO_KEY).size();
    }

    private static void update(String sql) {
        StackEnds.database(AuthStack.SCHEMA).update(sql);
    }

    private long tries(IntFunction<String> email, IntFunction<String> address) throws Exception {
        return tries(email, address, GUESSES);
    }

    private long tries(IntFunction<String> email, IntFunction<String> address, int guesses) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reservation>> all = IntStream.range(0, guesses)
                    .mapToObj(number -> threads.submit(() -> attempt(number, email, address, NOBODY)))
                    .toList();
            long tries = 0;
            for (Future<Reservation> one : all) {
                tries += one.get() instanceof Reserved ? 1 : 0;
            }
            return tries;
        }
    }

    private Reservation attempt(int number, IntFunction<String> email, IntFunction<String> address, Subject subject) {
        LoginLimits replica = replicas.get(number % replicas.size());
        SessionClient client =
                new SessionClient(IpAddress.parse(address.apply(number)).orElseThrow(), "test");
        return pool.withConnection(connection -> replica.read(connection, Audience.USER, client, email.apply(number)))
                .chain(reading -> replica.reserve(reading, subject))
                .await()
                .atMost(Duration.ofMinutes(1));
    }

    private LoginLimits replica() {
        return new LoginLimits(counters, keys, throttled, transactions, events, config, clock);
    }
}
