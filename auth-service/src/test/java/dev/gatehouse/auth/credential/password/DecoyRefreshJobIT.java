package dev.gatehouse.auth.credential.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Meters;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the stored hashes cost, as the database counts it. */
@QuarkusTest
@AuthStack
class DecoyRefreshJobIT {
    private static final List<String> FOREIGN = List.of(
            "$2b$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
            "$2b$06$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
            "pbkdf2_sha256$1000$saltsalt$zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs=",
            "$pbkdf2-sha256$2000$MDEyMzQ1Njc4OWFiY2RlZg$yqSq2SygY1sB4EcH9f2FG0JTMES.wqLsOT5YmiRBplI",
            "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
            "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0");

    @Inject
    People people;

    @Inject
    DecoyRefreshJob job;

    @Inject
    PanacheCredentials credentials;

    @Test
    void l8EveryCostThatIsStoredIsCounted() {
        // Given
        FOREIGN.forEach(hash -> store(people.user(), hash, ForeignHash.NO_PEPPER));
        Person own = people.user();

        // When
        List<Decoys.Share> shares = credentials.shares().await().atMost(Duration.ofSeconds(10));

        // Then
        Map<String, Long> counted =
                shares.stream().collect(Collectors.toMap(Decoys.Share::cost, Decoys.Share::count, Long::sum));
        FOREIGN.forEach(hash -> assertTrue(
                shares.stream().anyMatch(share -> share.sample().phc().equals(hash)), () -> hash + counted));
        assertTrue(
                counted.keySet().stream().anyMatch(cost -> cost.startsWith("$argon2id$v=19$m=19456,t=2,p=1 ")),
                counted::toString);
        Browser.of(own).login(own).then().statusCode(201);
    }

    @Test
    void aPasswordWithoutItsPepperIsRefusedAndCounted() {
        // Given
        Person user = people.user();
        store(user, "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "00");

        // When
        job.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(1, Meters.gauge("gatehouse.password.unusable"));
        Browser.of(user).login(user).then().statusCode(401);
        assertEquals(
                "wrong_password",
                PublishedEvents.event(EventType.LOGIN_FAILED, user.id())
                        .path("reason")
                        .asText());
        store(user, FOREIGN.getFirst(), ForeignHash.NO_PEPPER);
    }

    private static void store(Person person, String phc, String pepper) {
        assertEquals(
                1,
                StackEnds.database(AuthStack.SCHEMA)
                        .update(
                                "UPDATE credential SET phc = ?, pepper_key_id = ? WHERE account_id = ?",
                                phc,
                                pepper,
                                UuidBytes.bytes(person.id())));
    }
}
