package dev.gatehouse.iptrust.trustedaddress;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.PageReader;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IpTrustStack
class TrustedAddressResourceIT {
    private static final String OWN = "/agent/api/v1/ip-trust/trusted-addresses";
    private static final String ALL = "/admin/api/v1/ip-trust/trusted-addresses";

    @BeforeEach
    void asAfterTheInstallation() {
        SuiteFixture.resetSettings();
    }

    @Test
    void listsOnesOwnAddressesWithHostNameAndUse() {
        // Given
        AccountState agent = trusted("203.0.113.7");

        // When
        SuiteFixture.publish(agent.id(), "203.0.113.7", "x", new LoginSucceeded(Audience.AGENT, List.of("pwd")));

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(agent)
                .get(OWN)
                .then()
                .statusCode(200)
                .body("items.network", contains("203.0.113.7"))
                .body("items[0].hostname", equalTo("host-7.example.net"))
                .body("items[0].firstUsedAt", notNullValue())
                .body("items[0].lastUsedAt", notNullValue())
                .body("items[0].trustedUntil", notNullValue())
                .body("nextCursor", nullValue()));
    }

    @Test
    void trustsTheNetworkOfAnIpv6Address() {
        AccountState agent = trusted("2001:db8:7::7");

        as(agent).get(OWN).then().body("items.network", contains("2001:db8:7::/64"));
    }

    @Test
    void withdrawsOnesOwnAddressWithEventAndTombstone() {
        // Given
        String ip = SuiteFixture.freshAddress();
        AccountState agent = trusted(ip);
        String id = as(agent).get(OWN).path("items[0].id");

        // When
        as(agent).delete(OWN + "/" + id).then().statusCode(204);

        // Then
        as(agent).get(OWN).then().body("items", empty());
        as(agent).delete(OWN + "/" + id).then().statusCode(404);
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address.untrusted").contains("withdrawn_by_owner"));
        Awaitility.await().untilAsserted(() -> assertTrue(newest(agent, ip).contains("\"ended\":true")));
    }

    @Test
    void l13TreatsTheAddressOfSomebodyElseAsUnknownAndRecordsIt() {
        AccountState agent = trusted(SuiteFixture.freshAddress());
        AccountState other = SuiteFixture.agent();
        String id = as(agent).get(OWN).path("items[0].id");

        as(other).delete(OWN + "/" + id).then().statusCode(404);
        as(other).delete(OWN + "/" + "nonsense").then().statusCode(404);
        as(other).get(OWN).then().body("items", empty());
        as(agent).get(OWN).then().body("items.id", contains(id));
        Awaitility.await()
                .untilAsserted(() -> assertTrue(SuiteFixture.events(agent.id(), "access.refused").stream()
                        .anyMatch(event -> event.contains(id))));
    }

    @Test
    void letsAnAdministratorSeeAndWithdrawTheAddressesOfAnAgent() {
        // Given
        AccountState agent = trusted(SuiteFixture.freshAddress());
        AccountState admin = SuiteFixture.agent();
        String id = asAdmin(admin).get(ALL + "?accountId=" + agent.id()).path("items[0].id");

        // When
        asAdmin(admin).delete(ALL + "/" + id).then().statusCode(204);

        // Then
        asAdmin(admin).get(ALL + "?accountId=" + agent.id()).then().body("items", empty());
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address.untrusted").contains("withdrawn_by_admin"));
        as(agent).get(ALL).then().statusCode(403);
    }

    @Test
    void trustsAgainWithAVersionThatGrows() {
        // Given
        String ip = SuiteFixture.freshAddress();
        AccountState agent = trusted(ip);
        long first = version(agent, ip);
        String id = as(agent).get(OWN).path("items[0].id");
        as(agent).delete(OWN + "/" + id).then().statusCode(204);

        // When
        trust(agent, ip);

        // Then
        assertTrue(version(agent, ip) > first + 1);
        as(agent).get(OWN).then().body("items.size()", equalTo(1));
    }

    @Test
    void displacesTheOldestOfTwentyAddresses() {
        // Given
        AccountState agent = SuiteFixture.agent();
        for (int i = 1; i <= 20; i++) {
            insert(agent, "198.51.100." + (100 + i), i);
        }

        // When
        trust(agent, SuiteFixture.freshAddress());

        // Then
        as(agent).get(OWN + "?limit=50").then().body("items.size()", equalTo(20));
        String displaced = SuiteFixture.awaitEvent(agent.id(), "address.untrusted");
        assertTrue(displaced.contains("displaced") && displaced.contains("198.51.100.101"), displaced);
    }

    @Test
    void endsTrustAtItsDate() {
        // Given
        String ip = SuiteFixture.freshAddress();
        AccountState agent = trusted(ip);

        // When
        SuiteFixture.database()
                .update(
                        "UPDATE trusted_address SET trusted_until = UTC_TIMESTAMP(3) WHERE account_id = ?",
                        SuiteFixture.bytes(agent.id()));

        // Then
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address.untrusted").contains("expired"));
        Awaitility.await().untilAsserted(() -> assertTrue(newest(agent, ip).contains("\"ended\":true")));
    }

    @Test
    void pagesThroughManyAddresses() {
        AccountState agent = SuiteFixture.agent();
        for (int i = 1; i <= 3; i++) {
            insert(agent, "198.51.100." + (130 + i), i);
        }

        String cursor = as(agent)
                .get(OWN + "?limit=2")
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("nextCursor");

        as(agent).get(OWN + "?limit=2&cursor=" + cursor).then().body("items.size()", equalTo(1));
        as(agent).get(OWN + "?cursor=" + cursor + "x").then().statusCode(400);
    }

    private static AccountState trusted(String ip) {
        AccountState agent = SuiteFixture.agent();
        trust(agent, ip);
        return agent;
    }

    private static void trust(AccountState agent, String ip) {
        var challenged = SuiteFixture.challenge(agent, ip);
        SuiteFixture.awaitVerification(challenged, "PENDING");
        String path = newestLink(agent);
        PageReader.open(path, ip).trust(SuiteFixture.NUMBER).then().statusCode(200);
    }

    private static String newestLink(AccountState agent) {
        return Awaitility.await()
                .until(
                        () -> PageReader.awaitLink(agent),
                        path -> PageReader.open(path, "192.0.2.1").page().statusCode() == 200);
    }

    private static void insert(AccountState agent, String ip, int second) {
        SuiteFixture.database()
                .update(
                        "INSERT INTO trusted_address (id, account_id, network, ip, trusted_at, trusted_until, version)"
                                + " VALUES (?, ?, ?, ?, TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3) - INTERVAL 1 DAY),"
                                + " UTC_TIMESTAMP(3) + INTERVAL 1 DAY, 1)",
                        SuiteFixture.bytes(SuiteFixture.bean(dev.gatehouse.chassis.runtime.identifier.IdGenerator.class)
                                .next()),
                        SuiteFixture.bytes(agent.id()),
                        ip,
                        ip,
                        second);
    }

    private static long version(AccountState agent, String ip) {
        return SuiteFixture.database()
                .number(
                        "SELECT version FROM trusted_address WHERE account_id = ? AND ip = ?",
                        SuiteFixture.bytes(agent.id()),
                        ip);
    }

    private static String newest(AccountState agent, String ip) {
        return SuiteFixture.newest(Topic.TRUSTED_ADDRESSES, TrustedAddressState.key(agent.id(), ip));
    }

    private static RequestSpecification as(AccountState agent) {
        return comingFrom("203.0.113.92").auth().oauth2(Tokens.agent(agent.id()));
    }

    private static RequestSpecification asAdmin(AccountState admin) {
        return comingFrom("203.0.113.93").auth().oauth2(Tokens.admin(admin.id()));
    }
}
