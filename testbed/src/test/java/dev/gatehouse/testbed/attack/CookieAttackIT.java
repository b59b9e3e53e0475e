package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that another site makes the browser of an agent send. */
@ExtendWith(RunningSuite.class)
class CookieAttackIT {
    private static final String REFRESH = "/agent/api/v1/sessions/refresh";

    private final Suite suite;

    CookieAttackIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void a18RefusesWhatAnotherSiteMakesABrowserSend() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        suite.newSession(agent, address);
        Visitor browser = suite.visitor().from(address);
        Answer signedIn = browser.post("/agent/api/v1/sessions", agent.credentialsOfBrowser())
                .expect(201);
        Visitor withCookie =
                browser.with("Cookie", signedIn.header("Set-Cookie").split(";", 2)[0]);

        // When
        List<Answer> forged = List.of(
                withCookie.with("Origin", "https://evil.example.test").postNothing(REFRESH),
                withCookie.with("Origin", "null").postNothing(REFRESH),
                withCookie.with("Sec-Fetch-Site", "cross-site").postNothing(REFRESH),
                withCookie.with("Sec-Fetch-Site", "same-site").postNothing(REFRESH),
                withCookie
                        .with("Sec-Fetch-Site", "cross-site")
                        .bearing(Session.of(browser, signedIn).accessToken())
                        .delete("/agent/api/v1/sessions/current"));
        Answer form = withCookie.postForm(REFRESH, Map.of("active", "true"));

        // Then
        forged.forEach(answer -> assertEquals("csrf-refused", answer.expect(403).problem()));
        assertEquals(415, form.status(), form.body());
        withCookie.with("Sec-Fetch-Site", "same-origin").postNothing(REFRESH).expect(200);
    }
}
