package dev.gatehouse.testbed.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.mail.RawMail;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Replicas;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replicas are killed in the middle of their work, after as many logins as a seed chooses and at once: the others
 * publish, consume and mail what they left.
 */
@Isolated
@Order(Integer.MAX_VALUE) // it leaves them dead
@ExtendWith(RunningSuite.class)
class TakeOverIT {
    /** The broker must miss the dead consumer first, which takes ten seconds. */
    private static final Duration CATCH_UP = Duration.ofSeconds(45);

    private static final int MOST_LOGINS = 5;
    private static final String MAIL = "New sign-in";

    private final Suite suite;
    private final Replicas second;
    private final Agent agent;
    private final Agent stranger;
    private final String address;
    private final Session session;
    private int logins = 1;

    TakeOverIT(Suite suite, Replicas second) {
        this.suite = suite;
        this.second = second;
        suite.stack().awaitReady();
        second.awaitReady();
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.stranger = suite.newAgent();
        this.address = suite.freshAddress();
        this.session = suite.newSession(agent, address);
    }

    /** A fixed one, or those of {@code -Dgatehouse.testing.seeds=1,2,3}; a failure names its own. */
    static LongStream seeds() {
        return Arrays.stream(System.getProperty("gatehouse.testing.seeds", "20261128")
                        .split(","))
                .mapToLong(Long::parseLong);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losesAndDoublesNothingWhenReplicasAreKilledAtRandomPoints(long seed) {
        // Given
        Random random = new Random(seed);
        List<String> services = new ArrayList<>(Replicas.SERVICES);
        suite.login(stranger, suite.freshAddress()).expect(202);

        // When
        Collections.shuffle(services, random);
        for (String service : services) {
            loginAround(() -> suite.stack().kill(service).join(), second.visitor("auth"), random);
        }
        suite.stack().awaitReady();
        Collections.shuffle(services, random);
        for (String service : services) {
            loginAround(() -> second.of(service).kill(), suite.visitor(), random);
        }

        // Then
        within("every login stands in the audit log", () -> audited() >= logins);
        within("every login has its notification", () -> notified() >= logins);
        within("every login has its mail", () -> mailIds(suite.mailbox().to(agent.email()), MAIL) >= logins);
        within("the link is mailed", () -> !suite.verificationMails(stranger.email())
                .isEmpty());
        assertEquals(logins, audited(), "audited once");
        assertEquals(logins, notified(), "notified once");
        assertEquals(logins, mailIds(suite.mailbox().to(agent.email()), MAIL), "mailed once");
        assertEquals(1, mailIds(suite.verificationMails(stranger.email()), ""), "one link");
    }

    private static void within(String sentence, Callable<Boolean> condition) {
        Eventually.within(CATCH_UP, sentence, condition);
    }

    private void loginAround(Runnable death, Visitor replica, Random random) {
        login(replica, random);
        death.run();
        login(replica, random);
    }

    private void login(Visitor replica, Random random) {
        for (int left = 1 + random.nextInt(MOST_LOGINS); left > 0; left--) {
            replica.from(address)
                    .post("/agent/api/v1/sessions", agent.credentials())
                    .expect(201);
            logins++;
        }
    }

    private int audited() {
        return Collections.frequency(suite.auditedTypes(agent.id()), "login.succeeded");
    }

    private int notified() {
        JsonNode list = session.visitor()
                .get("/agent/api/v1/notifications?limit=200")
                .expect(200)
                .json();
        return Collections.frequency(list.get("items").findValuesAsText("kind"), "login");
    }

    /** A mail that was handed over right before a kill may be sent again, with the same id: clients show one. */
    private long mailIds(List<Mailbox.Received> mails, String subject) {
        return mails.stream()
                .filter(mail -> mail.subject().contains(subject))
                .map(mail -> suite.mailbox().source(mail).fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase("message-id"))
                        .map(RawMail.Field::value)
                        .toList())
                .distinct()
                .count();
    }
}
