package dev.gatehouse.auth.login.challenge;

import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Before each test: an agent with a browser, and IP trust turned on for the time of the test. */
abstract class AgentUnderIpTrust {
    static final String HERE = "203.0.113.7";

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    Person agent;
    Browser browser;

    @BeforeEach
    void turnIpTrustOn() {
        agent = people.agent();
        browser = Browser.of(agent);
        ipTrust.on();
    }

    @AfterEach
    void turnIpTrustOff() {
        ipTrust.off();
    }

    /** The id of the challenge that a login from a new address is answered with. */
    String challenge() {
        return browser.login(agent).then().statusCode(202).extract().path("challenge.id");
    }

    /** The same, after the owner has trusted the address. */
    String approved() {
        String id = challenge();
        ipTrust.trusts(agent, HERE);
        Awaitility.await()
                .until(() -> browser.challenge(id, 0).<String>path("state").equals("approved"));
        return id;
    }

    static void assertProblem(Response answer, int status, String slug) {
        answer.then().statusCode(status).body("type", equalTo("urn:gatehouse:problem:" + slug));
    }
}
