package dev.gatehouse.iptrust.network;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@IpTrustStack
class NetworkResourceIT {
    private static final String NETWORKS = "/admin/api/v1/ip-trust/networks";

    private AccountState admin;

    @BeforeEach
    void withoutNetworks() {
        admin = SuiteFixture.agent();
        SuiteFixture.database().update("DELETE FROM trusted_network");
    }

    @Test
    void addsListsAndRemovesANetworkAndPublishesEach() {
        String id = admin().body("{\"network\":\"203.0.113.0/24\",\"note\":\"Office\"}")
                .post(NETWORKS)
                .then()
                .statusCode(201)
                .header("Location", containsString(NETWORKS))
                .body("network", equalTo("203.0.113.0/24"))
                .body("note", equalTo("Office"))
                .body("createdBy", equalTo(admin.id().toString()))
                .extract()
                .path("id");
        awaitPublished("203.0.113.0/24");
        admin().get(NETWORKS).then().statusCode(200).body("items.network", hasItem("203.0.113.0/24"));

        admin().delete(NETWORKS + "/" + id).then().statusCode(204);

        admin().delete(NETWORKS + "/" + id).then().statusCode(404);
        admin().get(NETWORKS).then().body("items.network", not(hasItem("203.0.113.0/24")));
        Awaitility.await().untilAsserted(() -> assertFalse(published().contains("203.0.113.0/24")));
    }

    @Test
    void refusesTheSameNetworkTwice() {
        admin().body("{\"network\":\"198.51.100.0/24\"}").post(NETWORKS).then().statusCode(201);

        admin().body("{\"network\":\"198.51.100.0/24\"}").post(NETWORKS).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"network\":\"203.0.113.7/24\"}|network|host-bits-set",
                "{\"network\":\"0.0.0.0/0\"}|network|too-wide",
                "{\"network\":\"8.0.0.0/8\"}|network|too-wide",
                "{\"network\":\"127.0.0.0/16\"}|network|special-purpose",
                "{\"network\":\"2002:cb00:7107::/48\"}|network|transition",
                "{\"network\":\"office\"}|network|invalid",
                "{\"note\":\"x\"}|network|required",
                "{\"network\":\"203.0.113.0/24\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}|expiresAt|not-in-the-future",
                "{\"network\":\"203.0.113.0/24\",\"note\":\"a\\nb\"}|note|invalid"
            })
    void saysWhatIsWrong(String body, String field, String code) {
        admin().body(body)
                .post(NETWORKS)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void namesTheNetworkThatWasMeant() {
        admin().body("{\"network\":\"203.0.113.7/24\"}")
                .post(NETWORKS)
                .then()
                .body("violations[0].message", containsString("203.0.113.0/24"));
    }

    @Test
    void refusesANoteThatIsTooLong() {
        admin().body("{\"network\":\"203.0.113.0/24\",\"note\":\"" + "x".repeat(201) + "\"}")
                .post(NETWORKS)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("too-long"));
    }

    @Test
    void removesANetworkWhoseTimeIsOver() {
        // Given
        Instant end = Instant.now().plus(Duration.ofHours(1));
        admin().body("{\"network\":\"192.0.2.0/25\",\"expiresAt\":\"" + end + "\"}")
                .post(NETWORKS)
                .then()
                .statusCode(201)
                .body("expiresAt", notNullValue());

        // When
        SuiteFixture.database().update("UPDATE trusted_network SET expires_at = UTC_TIMESTAMP(3)");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> admin().get(NETWORKS).then().body("items", empty()));
    }

    private static void awaitPublished(String network) {
        Awaitility.await().untilAsserted(() -> assertTrue(published().contains(network)));
    }

    private static String published() {
        return SuiteFixture.newest(Topic.SETTINGS, IpTrustState.KEY);
    }

    private RequestSpecification admin() {
        return comingFrom("203.0.113.91")
                .auth()
                .oauth2(Tokens.admin(admin.id()))
                .contentType(ContentType.JSON);
    }
}
