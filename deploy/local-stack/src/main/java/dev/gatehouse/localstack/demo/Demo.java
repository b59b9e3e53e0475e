package dev.gatehouse.localstack.demo;

import dev.gatehouse.localstack.suite.StackAddresses;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An agent logs in from a new address, confirms it by mail, and logs out. */
final class Demo {
    private final String origin;
    private final String adminPassword;
    private final Visitor mailbox;
    private final Narrator narrator;
    private final SecureRandom random = new SecureRandom();

    Demo(String origin, String mailboxUrl, String adminPassword, Narrator narrator) {
        this.origin = origin;
        this.adminPassword = adminPassword;
        this.mailbox = Visitor.here(mailboxUrl, narrator);
        this.narrator = narrator;
    }

    void play() {
        Visitor admin = Visitor.here(origin, narrator);
        Administrator administrator =
                new Administrator(admin, person(StackAddresses.ADMIN_EMAIL, adminPassword), narrator);
        administrator.login();
        boolean turnedOnNow = administrator.turnIpTrustOn();
        Login.Person agent = person("agent-" + hex(4) + "@gatehouse.local", hex(12));
        String accountId = administrator.createAgent(agent.email(), agent.password());

        String address = "203.0.113." + (1 + random.nextInt(254));
        Visitor browser = Visitor.from(address, origin, narrator);
        loginFromNewAddress(new Login(browser, agent, narrator), address, turnedOnNow);

        AfterLogin afterLogin = new AfterLogin(browser, admin, narrator);
        afterLogin.notificationArrives(agent.inbox(), address);
        afterLogin.everyStepIsInTheAuditLog(accountId);
        afterLogin.allServicesRefuseTheEndedSession();
    }

    private void loginFromNewAddress(Login login, String address, boolean turnedOnNow) {
        narrator.step("The agent signs in from " + address + ", a new address");
        JsonObject challenge = login.challengeIn(turnedOnNow ? onceItIsKnown(login) : login.withPassword());
        CompletableFuture<Reply> waiting = login.await(challenge);
        narrator.step("A mail asks the agent whether that was them");
        Stopwatch sinceClick = login.confirm(challenge, List.of(address));
        narrator.step("The challenge is redeemed for a session");
        var unused = login.redeem(challenge, waiting);
        narrator.seen("from the click to the session", sinceClick.elapsed());
    }

    /** auth-service learns by an event that IP trust is on; until then every login succeeds. */
    private Reply onceItIsKnown(Login login) {
        Reply first = login.withPassword();
        return first.status() == 201 ? againUntilChallenged(login) : first;
    }

    private static Reply againUntilChallenged(Login login) {
        return Polling.until(
                Duration.ofSeconds(15),
                () -> Optional.of(login.again()).filter(reply -> reply.status() != 201),
                () -> "IP trust was turned on, but sign-in still lets a new address in");
    }

    private Login.Person person(String email, String password) {
        return new Login.Person(email, password, new Inbox(mailbox, email, narrator));
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
