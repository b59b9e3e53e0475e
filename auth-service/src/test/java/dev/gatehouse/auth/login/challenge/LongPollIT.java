package dev.gatehouse.auth.login.challenge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.auth.token.SessionClient.PlaceSetting;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.runtime.background.Stopping;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class LongPollIT {
    @Inject
    WaiterLimit waiters;

    @Inject
    KafkaChallengeSignal signal;

    @Inject
    PlaceSetting places;

    @Inject
    Pool pool;

    @Inject
    Stopping stopping;

    @Inject
    Vertx vertx;

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    @AfterEach
    void turnIpTrustOff() {
        ipTrust.off();
    }

    @Test
    void aClientThatDisconnectsStopsWaiting() throws IOException {
        // Given
        ipTrust.on();
        Person agent = people.agent();
        String id = Browser.of(agent).login(agent).path("challenge.id");

        // When
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.getOutputStream().write(request(Browser.of(agent), id));
            await().until(() -> waiters.total() == 1);
        }

        // Then
        await().until(() -> waiters.total() == 0);
        assertEquals(0, waiters.total());
    }

    /** The answer is written, and its signal sent, when the client has read the challenge and is not subscribed yet. */
    @Test
    void anAnswerBetweenTheFirstReadAndTheSubscriptionIsNotMissed() {
        // Given
        ipTrust.on();
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        Secret id = Secret.of(browser.login(agent).<String>path("challenge.id"));
        AtomicBoolean read = new AtomicBoolean();
        InstantSource answersOnce = () -> {
            if (!read.getAndSet(true)) {
                assertEquals(1, approve(agent));
            }
            return Instant.now();
        };
        LongPoll longPoll = new LongPoll(
                new SqlChallenges(pool, places, answersOnce), signal, waiters, vertx, InstantSource.system(), stopping);

        // When
        ChallengeLookup found = longPoll.await(id, client(browser), Duration.ofSeconds(25))
                .await()
                .atMost(Duration.ofSeconds(5));

        // Then
        ChallengeLookup.Own own = assertInstanceOf(ChallengeLookup.Own.class, found);
        assertEquals(ChallengeState.APPROVED, own.challenge().state());
    }

    private static int approve(Person agent) {
        return StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE login_challenge SET state = 'APPROVED' WHERE account_id = ? AND state = 'PENDING'",
                        (Object) UuidBytes.bytes(agent.id()));
    }

    private static Challenge.Client client(Browser browser) {
        return new Challenge.Client(
                Audience.AGENT, new SessionClient(IpAddress.parse(browser.ip()).orElseThrow(), browser.userAgent()));
    }

    private byte[] request(Browser browser, String id) {
        return ("GET " + browser.path("/login-challenges/" + id) + "?wait=25 HTTP/1.1\r\n"
                        + "Host: localhost\r\n"
                        + "X-Forwarded-For: " + browser.ip() + "\r\n"
                        + "User-Agent: " + browser.userAgent() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
