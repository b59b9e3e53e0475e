package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A challenge answers the client of its login only. */
@QuarkusTest
@AuthStack
class ChallengeClientIT extends AgentUnderIpTrust {
    /** T05: an IPv6 host changes its address within its network; it stays the same client. */
    @Test
    void t05AClientMayMoveWithinItsIpv6Network() {
        // Given
        Browser athome = browser.from("2001:db8:1:3::10");
        String id = athome.login(agent).path("challenge.id");
        ipTrust.trusts(agent, "2001:db8:1:3::/64");
        Browser moved = browser.from("2001:db8:1:3::99");

        // Then
        Awaitility.await()
                .until(() -> moved.challenge(id, 0).<String>path("state").equals("approved"));
        moved.redeem(id).then().statusCode(201);
    }

    /** T05: how much of an IPv6 address is one place is a setting. */
    @Test
    void t05TheConfiguredPrefixDecidesWhatIsOnePlace() {
        // Given
        ipTrust.onWithIpv6Prefix(56);
        Browser athome = browser.from("2001:db8:1:300::10");
        String id = athome.login(agent).path("challenge.id");

        // Then
        browser.from("2001:db8:1:3ff::99").challenge(id, 0).then().statusCode(200);
        assertProblem(browser.from("2001:db8:1:400::99").challenge(id, 0), 410, "client-changed");
    }

    /** T06: a form can only begin anew by itself when it is told apart from an id that never was. */
    @Test
    void t06AClientThatMovedIsToldSo() {
        // Given
        String id = approved();

        // Then
        List<Browser> others = List.of(browser.from("203.0.113.8"), browser.as("curl/8"));
        others.forEach(other -> {
            assertProblem(other.challenge(id, 0), 410, "client-changed");
            assertProblem(other.redeem(id), 410, "client-changed");
        });
        assertProblem(browser.at(Audience.USER).challenge(id, 0), 404, "not-found");
        assertProblem(browser.from("203.0.113.8").redeem("A".repeat(43)), 404, "not-found");
        browser.redeem(id).then().statusCode(201);
    }

    @Test
    void anUpdatedBrowserIsTheSameClient() {
        // Given
        String id = approved();

        // Then
        browser.as(browser.userAgent().replace("140.0", "141.0.2"))
                .redeem(id)
                .then()
                .statusCode(201);
    }
}
