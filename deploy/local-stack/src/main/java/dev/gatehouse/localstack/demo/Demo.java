package dev.gatehouse.localstack.demo;

import dev.gatehouse.localstack.suite.StackAddresses;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The story: an agent signs in from an address nobody has seen, confirms it by mail, and signs out. */
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
        AdminDesk desk = new AdminDesk(admin, person(StackAddresses.ADMIN_EMAIL, adminPassword), narrator);
        desk.signIn();
        boolean turnedOnNow = desk.turnIpTrustOn();
        SignIn.Person agent = person("agent-" + hex(4) + "@gatehouse.local", hex(12));
        String accountId = desk.createAgent(agent.email(), agent.password());

        String address = "203.0.113." + (1 + random.nextInt(254));
        Visitor browser = Visitor.from(address, origin, narrator);
        signInFromNewAddress(new SignIn(browser, agent, narrator), address, turnedOnNow);

        Aftermath aftermath = new Aftermath(browser, admin, narrator);
        aftermath.noticeArrives(agent.inbox(), address);
        aftermath.everyStepStandsInTheLog(accountId);
        aftermath.endIsFeltEverywhere();
    }

    private void signInFromNewAddress(SignIn signIn, String address, boolean turnedOnNow) {
        narrator.step("The agent signs in from " + address + ", which nobody has seen");
        JsonObject challenge = signIn.challengeIn(turnedOnNow ? onceItIsKnown(signIn) : signIn.withPassword());
        CompletableFuture<Reply> waiting = signIn.await(challenge);
        narrator.step("A mail asks the agent whether that was them");
        signIn.confirm(challenge, List.of(address));
        narrator.step("The waiting sign-in goes on");
        var unused = signIn.collect(challenge, waiting);
    }

    /** auth-service learns by an event that IP trust is on; a moment earlier it rightly lets everybody in. */
    private Reply onceItIsKnown(SignIn signIn) {
        Reply first = signIn.withPassword();
        return first.status() == 201 ? againUntilItWaits(signIn) : first;
    }

    private static Reply againUntilItWaits(SignIn signIn) {
        return Patience.until(
                Duration.ofSeconds(15),
                () -> Optional.of(signIn.again()).filter(reply -> reply.status() != 201),
                () -> "IP trust was turned on, but sign-in still lets a new address in");
    }

    private SignIn.Person person(String email, String password) {
        return new SignIn.Person(email, password, new Inbox(mailbox, email, narrator));
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
