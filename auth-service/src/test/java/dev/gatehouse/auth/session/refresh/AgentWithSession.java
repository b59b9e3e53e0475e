package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** Before each test: an agent who has logged in with a browser. */
abstract class AgentWithSession {
    @Inject
    People people;

    Person agent;
    Browser browser;
    LoggedIn loggedIn;

    @BeforeEach
    void logIn() {
        agent = people.agent();
        browser = Browser.of(agent);
        loggedIn = LoggedIn.by(browser, agent);
    }
}
