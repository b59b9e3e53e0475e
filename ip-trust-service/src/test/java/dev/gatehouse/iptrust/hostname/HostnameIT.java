package dev.gatehouse.iptrust.hostname;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.event.LoginFailed;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@IpTrustStack
class HostnameIT {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,host-7.example.net,true,false",
        "2001:db8:7::7,agent.v6.example.net,true,false",
        "198.51.100.66,admin.ourcompany.example,false,false",
        "198.51.100.13,,false,false",
        "198.51.100.2,,false,false",
        "198.51.100.30,,false,false",
        "10.9.8.7,,false,true"
    })
    void looksUpAndPublishesTheHostnameOfALogin(
            String ip, @Nullable String hostname, boolean confirmed, boolean internal) {
        SuiteFixture.publish(SuiteFixture.agent().id(), ip, "x", new LoginFailed(Audience.AGENT, null));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> read(ip).statusCode(200)
                .body("resolvedAt", notNullValue())
                .body("hostname", equalTo(hostname))
                .body("confirmed", equalTo(confirmed))
                .body("internal", equalTo(internal)));
        Awaitility.await()
                .untilAsserted(() ->
                        assertTrue(SuiteFixture.newest(Topic.ADDRESSES, ip).contains("\"confirmed\":" + confirmed)));
    }

    @Test
    void knowsWhoUsesAnAddress() {
        AccountState agent = SuiteFixture.agent();
        String ip = SuiteFixture.freshAddress();

        SuiteFixture.publish(agent.id(), ip, "x", new LoginSucceeded(Audience.AGENT, List.of("pwd")));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> read(ip).statusCode(200)
                .body("usedBy.accountId", hasItem(agent.id().toString())));
    }

    @Test
    void doesNotRecordAFailedLoginAsUse() {
        String ip = SuiteFixture.freshAddress();

        SuiteFixture.publish(SuiteFixture.agent().id(), ip, "x", new LoginFailed(Audience.AGENT, null));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> read(ip).statusCode(200));
        read(ip).body("usedBy", empty());
    }

    @Test
    void answersNotFoundForAnAddressWithoutLogins() {
        read("203.0.113.251").statusCode(404);
        read("nonsense").statusCode(400);
        read("127.1").statusCode(400);
    }

    private static ValidatableResponse read(String ip) {
        return comingFrom("203.0.113.95")
                .auth()
                .oauth2(Tokens.admin(SuiteFixture.bean(dev.gatehouse.chassis.runtime.identifier.IdGenerator.class)
                        .next()))
                .get("/admin/api/v1/ip-trust/addresses/{ip}", ip)
                .then();
    }
}
