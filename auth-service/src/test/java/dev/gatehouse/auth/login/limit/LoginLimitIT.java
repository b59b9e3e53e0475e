package dev.gatehouse.auth.login.limit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Meters;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class LoginLimitIT {
    private static final String WRONG = "not the password at all";
    private static final String CURRENT = "/admin/api/v1/settings/rate-limits/users/current";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject
    People people;

    @Inject
    Admins admins;

    @Inject
    IpTrust ipTrust;

    /** A14: ten wrong logins get the same answers with and without an account. */
    @Test
    void a14AnswersTenFailuresAlikeForKnownAndUnknownAccounts() {
        // When
        List<String> known = answers(newPlace(), people.user().email());
        List<String> unknown = answers(newPlace(), UUID.randomUUID() + "@helpdesk.test");

        // Then
        assertEquals(known, unknown);
        assertEquals("401", known.get(4).substring(0, 3));
        assertTrue(known.get(5).startsWith("429 later "), known.get(5));
    }

    @Test
    void computesNoHashForAThrottledLogin() {
        // Given
        Person user = people.user();
        Browser browser = newPlace();
        fail(browser, user, 5);
        long before = Meters.times("gatehouse.password.hash");

        // When
        Response answer = browser.login(user);

        // Then
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gatehouse:problem:too-many-attempts"));
        assertTrue(Integer.parseInt(answer.header("Retry-After")) <= 30);
        assertEquals(before, Meters.times("gatehouse.password.hash"));
    }

    /** What others did to the account is not told: the answer is that to a wrong password. */
    @Test
    void answersTheRightPasswordOfAStrangerLikeAWrongOneWhileOthersTryTheAccount() {
        // Given
        Person user = people.user();
        Response wrong = newPlace().login(user.email(), WRONG);
        fail(newPlace(), user, 4);
        long before = Meters.times("gatehouse.password.hash");

        // When
        Response throttled = newPlace().login(user);

        // Then
        throttled.then().statusCode(401);
        assertEquals(body(wrong), body(throttled));
        assertEquals(headers(wrong), headers(throttled));
        assertEquals(before, Meters.times("gatehouse.password.hash"));
    }

    /** A27: two hundred failures from many addresses do not keep the owner out. */
    @Test
    void a27LetsTheOwnerInFromWhereTheyLoggedInLately() {
        // Given
        Person user = people.user();
        Browser home = newPlace();
        LoggedIn.by(home, user);

        // When
        IntStream.range(0, 200)
                .forEach(number -> newPlace().login(user.email(), WRONG).then().statusCode(401));

        // Then
        newPlace().login(user).then().statusCode(401);
        home.login(user).then().statusCode(201);
    }

    @Test
    void a27LetsTheOwnerInFromATrustedAddress() {
        // Given
        Person agent = people.agent();
        Browser office = newPlace(Audience.AGENT);
        ipTrust.trusts(agent, office.ip());
        Eventually.until(() -> StackEnds.database(AuthStack.SCHEMA)
                        .number("SELECT COUNT(*) FROM trusted_address WHERE account_id = ?", (Object)
                                UuidBytes.bytes(agent.id()))
                == 1);

        // When
        IntStream.range(0, 20).forEach(number -> newPlace(Audience.AGENT)
                .login(agent.email(), WRONG)
                .then()
                .statusCode(401));

        // Then
        newPlace(Audience.AGENT).login(agent).then().statusCode(401);
        office.login(agent).then().statusCode(201);
    }

    /** Two hundred guesses at once used to get every one of their tries; the counters are new, or there already. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void letsExactlyFiveOfManyParallelGuessesTry(int earlier) {
        // Given
        Person user = people.user();
        Browser browser = newPlace();
        fail(browser, user, earlier);
        long before = Meters.times("gatehouse.password.hash");

        // When
        List<Integer> statuses =
                Parallel.times(200, number -> browser.login(user.email(), WRONG).statusCode());

        // Then
        int left = 5 - earlier;
        assertEquals(left, statuses.stream().filter(status -> status == 401).count());
        assertEquals(
                200 - left, statuses.stream().filter(status -> status == 429).count());
        assertEquals(before + left, Meters.times("gatehouse.password.hash"));
    }

    /** A frontend that restores many tabs used to be throttled: attempts under way counted as failures. */
    @Test
    void letsEveryOneOfManyParallelLoginsWithTheRightPasswordIn() {
        // Given
        Person user = people.user();
        Browser browser = newPlace();

        // When
        List<Integer> statuses =
                Parallel.times(20, number -> browser.login(user).statusCode());

        // Then
        assertEquals(Collections.nCopies(20, 201), statuses);
        fail(browser, user, 4);
        browser.login(user).then().statusCode(201);
    }

    /** A42: one password at two hundred accounts, from eight networks. */
    @Test
    void a42LetsEachNetworkTryTenAccountsAndSumsUpTheRest() {
        // Given
        allowFailuresOfOneNetwork(20);
        List<Browser> networks =
                IntStream.range(0, 8).mapToObj(number -> newPlace()).toList();
        long before = Meters.times("gatehouse.password.hash");

        // When
        try {
            List<Integer> statuses = networks.stream()
                    .flatMap(network -> Parallel.times(
                            25, number -> network.login("stuffed-" + UUID.randomUUID() + "@helpdesk.test", WRONG)
                                    .statusCode())
                            .stream())
                    .toList();

            // Then
            assertEquals(80, statuses.stream().filter(status -> status == 401).count());
            assertEquals(120, statuses.stream().filter(status -> status == 429).count());
            assertEquals(before + 80, Meters.times("gatehouse.password.hash"));
        } finally {
            allowFailuresOfOneNetwork(10_000);
        }
        networks.forEach(network -> Eventually.until(
                () -> attempts(PublishedEvents.events(EventType.LOGIN_THROTTLED, network.ip())) == 15));
    }

    @Test
    void limitsANetworkOverAllAccountsAndCountsIpv6BySixtyFourBits() {
        // Given
        allowFailuresOfOneNetwork(20);
        List<String> accounts = IntStream.range(0, 9)
                .mapToObj(number -> UUID.randomUUID() + "@helpdesk.test")
                .toList();
        String network = "2001:db8:" + Integer.toHexString(ADDRESSES.incrementAndGet()) + ":1";

        // When
        try {
            List<Integer> statuses = IntStream.range(0, 25)
                    .mapToObj(number -> new Browser(Audience.USER, network + "::" + number, "test")
                            .login(accounts.get(number % accounts.size()), WRONG)
                            .statusCode())
                    .toList();

            // Then
            assertEquals(20, statuses.stream().filter(status -> status == 401).count());
            assertEquals(5, statuses.stream().filter(status -> status == 429).count());
        } finally {
            allowFailuresOfOneNetwork(10_000);
        }
    }

    @Test
    void clearsTheOwnPairWithASuccess() {
        // Given
        Person user = people.user();
        Browser home = newPlace();
        fail(home, user, 4);

        // When
        home.login(user).then().statusCode(201);

        // Then
        fail(home, user, 5);
        home.login(user).then().statusCode(429);
    }

    @Test
    void sumsUpWhatWasThrottledInOneEvent() {
        // Given
        Person user = people.user();
        Browser browser = newPlace();
        fail(browser, user, 5);

        // When
        IntStream.range(0, 7)
                .forEach(number -> browser.login(user.email(), WRONG).then().statusCode(429));

        // Then
        List<JsonNode> published = Eventually.get(
                () -> PublishedEvents.events(EventType.LOGIN_THROTTLED, user.id()), found -> attempts(found) == 7);
        assertTrue(published.size() <= 3, "one a second, and not one for each guess");
        assertEquals("pair", published.getFirst().path("data").path("limit").asText());
        assertEquals(
                browser.ip(), published.getFirst().path("data").path("network").asText());
        assertEquals(browser.ip(), published.getFirst().path("ip").asText());
        assertEquals(
                5, PublishedEvents.events(EventType.LOGIN_FAILED, user.id()).size());
    }

    @Test
    void locksTheCredentialAfterAHundredFailuresInARowUntilItIsUnlocked() {
        // Given
        Person user = people.user();
        Browser home = newPlace();
        LoggedIn.by(home, user);
        home.login(user.email(), WRONG).then().statusCode(401);
        setFailuresOfCredential(user, 99);

        // When
        home.login(user.email(), WRONG).then().statusCode(401);

        // Then
        home.login(user).then().statusCode(401);
        JsonNode locked = PublishedEvents.event(EventType.CREDENTIAL_LOCKED, user.id());
        assertEquals(100, locked.path("data").path("failures").asInt());
        admins.anyAdmin()
                .get(CURRENT + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.accountId == '" + user.id() + "' }.limit", equalTo(List.of("credential")))
                .body("items.find { it.accountId == '" + user.id() + "' }.until", nullValue());

        // When
        admins.anyAdmin()
                .post("/admin/api/v1/accounts/" + user.id() + "/unlock")
                .then()
                .statusCode(204);

        // Then
        home.login(user).then().statusCode(201);
        PublishedEvents.event(EventType.ACCOUNT_UNLOCKED, user.id());
        assertEquals(
                1,
                PublishedEvents.events(EventType.CREDENTIAL_LOCKED, user.id()).size());
    }

    @Test
    void showsWhatIsThrottledAndLiftsIt() {
        // Given
        Person user = people.user();
        Browser browser = newPlace();
        fail(browser, user, 5);
        browser.login(user).then().statusCode(429);

        // When
        List<String> ids = admins.anyAdmin()
                .get(CURRENT + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.accountId == '" + user.id() + "' }", hasSize(2))
                .body("items.findAll { it.accountId == '" + user.id() + "' }.failures", equalTo(List.of(5, 5)))
                .extract()
                .path("items.findAll { it.accountId == '" + user.id() + "' }.id");
        ids.forEach(id -> admins.anyAdmin().delete(CURRENT + "/" + id).then().statusCode(204));

        // Then
        browser.login(user).then().statusCode(201);
        admins.anyAdmin().delete(CURRENT + "/" + ids.getFirst()).then().statusCode(404);
        assertEquals(
                2,
                Eventually.get(
                                () -> PublishedEvents.events(EventType.LOGIN_LIMIT_LIFTED, user.id()),
                                found -> found.size() == 2)
                        .size());
    }

    @Test
    void answersUnlockOfAnUnknownAccountWith404() {
        admins.anyAdmin()
                .post("/admin/api/v1/accounts/" + UUID.randomUUID() + "/unlock")
                .then()
                .statusCode(404);
    }

    @Test
    void pagesThroughWhatIsThrottled() {
        // Given
        fail(newPlace(), people.user(), 5);

        // When
        String next = admins.anyAdmin()
                .get(CURRENT + "?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("nextCursor");

        // Then
        admins.anyAdmin()
                .queryParam("cursor", next)
                .get(CURRENT)
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(0));
    }

    private List<String> answers(Browser browser, String email) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Response answer = browser.login(email, WRONG);
            String wait = answer.header("Retry-After");
            assertTrue(wait == null || (Integer.parseInt(wait) > 0 && Integer.parseInt(wait) <= 30), wait);
            answers.add(answer.statusCode() + " " + (wait == null ? "now" : "later") + " " + body(answer));
        }
        return answers;
    }

    private static int attempts(List<JsonNode> published) {
        return published.stream()
                .mapToInt(event -> event.path("data").path("attempts").asInt())
                .sum();
    }

    private static void fail(Browser browser, Person person, int times) {
        for (int i = 0; i < times; i++) {
            browser.login(person.email(), WRONG).then().statusCode(401);
        }
    }

    private static Browser newPlace() {
        return newPlace(Audience.USER);
    }

    private static Browser newPlace(Audience audience) {
        int number = ADDRESSES.incrementAndGet();
        return new Browser(audience, "198.18." + number / 256 + "." + number % 256, "limit-test");
    }

    private static void setFailuresOfCredential(Person person, int failures) {
        StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE login_limit SET failures = ? WHERE limited_by = 'CREDENTIAL' AND account_id = ?",
                        failures,
                        UuidBytes.bytes(person.id()));
    }

    private static void allowFailuresOfOneNetwork(int failures) {
        StackEnds.database(AuthStack.SCHEMA)
                .update("UPDATE login_limit_setting SET address_failures = ? WHERE kind = 'USER'", failures);
    }

    private static String body(Response answer) {
        return answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }
}
