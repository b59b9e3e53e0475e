package dev.gatehouse.localstack.demo;

import dev.gatehouse.localstack.suite.StackAddresses;
import dev.gatehouse.localstack.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes agents who have signed in before: the demo up to the trusted address, again and again and without a word. */
public final class TrustedAgents {
    private static final Duration TURNED_ON = Duration.ofSeconds(15);
    private static final String PASSWORD = "correct horse battery 77";

    private final String origin;
    private final Narrator narrator;
    private final Visitor mailbox;
    private final Administrator administrator;
    private int made;

    /**
     * An agent whose address is trusted.
     *
     * @param clickToSession from the click on the mailed page to the session
     */
    public record TrustedAgent(String email, String password, String address, Duration clickToSession) {}

    private TrustedAgents(String origin, String mailboxUrl, String adminPassword) {
        this.origin = origin;
        this.narrator = silent();
        this.mailbox = Visitor.here(mailboxUrl, narrator);
        this.administrator = new Administrator(
                Visitor.here(origin, narrator),
                new Login.Person(
                        StackAddresses.ADMIN_EMAIL,
                        adminPassword,
                        new Inbox(mailbox, StackAddresses.ADMIN_EMAIL, narrator)),
                narrator);
    }

    /** Signs the administrator in and turns IP trust on. */
    public static TrustedAgents prepare(String origin, String mailboxUrl, String adminPassword) {
        TrustedAgents agents = new TrustedAgents(origin, mailboxUrl, adminPassword);
        agents.administrator.login();
        if (agents.administrator.turnIpTrustOn()) {
            agents.awaitChallenges();
        }
        return agents;
    }

    /** The next agent. */
    public TrustedAgent next() {
        Login.Person agent = newPerson();
        made++;
        String address = "2001:db8:%x:%x::7".formatted(made >>> 16, made & 0xffff);
        Login login = new Login(Visitor.from(address, origin, narrator), agent, narrator);
        JsonObject challenge = login.challengeIn(login.withPassword());
        CompletableFuture<Reply> waiting = login.await(challenge);
        Stopwatch sinceClick = login.confirm(challenge, List.of());
        var unused = login.redeem(challenge, waiting);
        return new TrustedAgent(agent.email(), agent.password(), address, sinceClick.elapsed());
    }

    /** auth-service learns by an event that IP trust is on. */
    private void awaitChallenges() {
        Login login = new Login(Visitor.from("198.51.100.1", origin, narrator), newPerson(), narrator);
        var unused = Polling.until(
                TURNED_ON,
                () -> Optional.of(login.again()).filter(reply -> reply.status() == 202),
                () -> "IP trust was turned on, but a new address still gets in");
    }

    private Login.Person newPerson() {
        made++;
        String email = "bench-" + made + "@gatehouse.local";
        var unused = administrator.createAgent(email, PASSWORD);
        return new Login.Person(email, PASSWORD, new Inbox(mailbox, email, narrator));
    }

    private static Narrator silent() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Narrator(new Terminal(nowhere, nowhere, Terminal.Look.PLAIN));
    }
}
