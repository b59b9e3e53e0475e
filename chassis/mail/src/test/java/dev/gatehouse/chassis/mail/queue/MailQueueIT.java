package dev.gatehouse.chassis.mail.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.mail.message.SmtpConnections;
import dev.gatehouse.chassis.mail.queue.MailAdministration.Filter;
import dev.gatehouse.chassis.mail.queue.MailAdministration.RetryOutcome;
import dev.gatehouse.chassis.mail.queue.MailKind.Abandonment;
import dev.gatehouse.chassis.mail.queue.MailKind.Content;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MailQueueProfile.class)
@WithTestResource(
        value = GatehouseStack.class,
        initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis_mail"))
@WithTestResource(ScriptedSmtp.class)
class MailQueueIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(2);

    @Inject
    MailQueue queue;

    @Inject
    MailAdministration administration;

    @Inject
    ProbeMails probe;

    @Inject
    PanacheMails mails;

    @Inject
    MailLeases leases;

    @Inject
    MailSender sender;

    @Inject
    SmtpConnections connections;

    @Inject
    MailQueueConfig config;

    @Inject
    Transactions transactions;

    @Inject
    Vertx vertx;

    @Inject
    InstantSource clock;

    @AfterEach
    void leaveNothingBehind() {
        transactions.run(() -> mails.deleteAll()).await().atMost(LIMIT);
        await().atMost(LIMIT).until(() -> !ScriptedSmtp.isAnyOpen());
    }

    @Test
    void sendsAMailOnceSoonAfterTheCommit() {
        // Given
        String to = address("ada");
        UUID subject = probe.to(to);

        // When
        schedule(order(subject));

        // Then
        QueuedMail mail = awaitState(subject, MailState.SENT);
        assertEquals(1, ScriptedSmtp.takenFor(to).size());
        assertEquals(
                "<" + mail.id() + "@localhost>",
                ScriptedSmtp.takenFor(to).getFirst().messageId());
        assertEquals(List.of("sent"), probe.heardOf(subject));
        assertEquals(to, mail.recipient());
        assertEquals(1, mail.attempts());
        assertEquals(null, mail.nextAttemptAt());
    }

    @Test
    void claimsAMailAsItIsStoredWhereALaneIsFree() {
        // Given
        UUID subject = probe.to(address("ada"));
        UUID later = probe.to(address("bob"));
        MailOrder deferred = order(later).notBefore(clock.instant().plus(Duration.ofHours(1)));

        // When
        List<MailState> stored = transactions
                .run(() -> queue.schedule(order(subject))
                        .chain(() -> queue.schedule(deferred))
                        .chain(() -> mails.list("subjectId in ?1 order by dueAt", List.of(subject, later)))
                        .map(rows -> rows.stream().map(row -> row.state).toList()))
                .await()
                .atMost(LIMIT);

        // Then
        assertEquals(List.of(MailState.SENDING, MailState.QUEUED), stored);
        assertEquals(1, awaitState(subject, MailState.SENT).attempts());
        assertEquals(MailState.QUEUED, find(later).orElseThrow().state());
    }

    @Test
    void sendsContentThatIsKnownAtOnceAndReadsItWhereAnAttemptFails() {
        // Given
        String known = address("known");
        String read = address("read");
        UUID first = probe.to(read);
        UUID again = probe.to(read);
        probe.failingOnce.add(again);

        // When
        scheduleKnowing(order(first), known);
        scheduleKnowing(order(again), known);

        // Then
        assertEquals(known, awaitState(first, MailState.SENT).recipient());
        assertEquals(read, awaitState(again, MailState.SENT).recipient());
    }

    private void scheduleKnowing(MailOrder order, String to) {
        Content content = new Content.Ready(to, "known", MailText.of(Locale.ENGLISH, "x", "y"));
        transactions.run(() -> queue.schedule(order, () -> content)).await().atMost(LIMIT);
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() {
        // Given
        UUID subject = probe.to(address("ada"));
        UUID fence = probe.to(address("ada"));

        // When
        assertThrows(IllegalStateException.class, () -> transactions
                .run(() -> queue.schedule(order(subject))
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("rolled back"))))
                .await()
                .atMost(LIMIT));
        schedule(order(fence));

        // Then
        awaitState(fence, MailState.SENT);
        assertEquals(Optional.empty(), find(subject));
    }

    @Test
    void sendsAgainWithTheSameMessageIdAfterACrashBetweenSendingAndMarking() {
        // Given
        String to = address("ada");
        UUID subject = probe.to(to);
        probe.failingOnce.add(subject);

        // When
        schedule(order(subject));

        // Then
        QueuedMail mail = awaitState(subject, MailState.SENT);
        List<ScriptedSmtp.Taken> taken = ScriptedSmtp.takenFor(to);
        assertTrue(taken.size() >= 2, taken::toString);
        assertEquals(1, Set.copyOf(taken).size(), taken::toString);
        // A slow machine may end an attempt before the server has the mail.
        assertTrue(taken.size() <= mail.attempts(), mail::toString);
        assertEquals(List.of("sent"), probe.heardOf(subject));
    }

    @Test
    void marksNothingWhenTheLeaseWasLost() {
        // Given
        UUID subject = probe.to(address("ada"));
        schedule(order(subject).awaiting("fence", clock.instant().plus(1, ChronoUnit.HOURS)));
        QueuedMail first = find(subject).orElseThrow().claimed();
        QueuedMail second = first.claimed();
        assertTrue(claim(first));
        assertTrue(claim(second));
        assertFalse(claim(second), "a claim is given once");

        // When
        leases.sent(first, "ada@gatehouse.test", probe).await().atMost(LIMIT);
        leases.abandon(first, new Abandonment(false, "refused"), probe).await().atMost(LIMIT);
        leases.retry(first, "later", probe).await().atMost(LIMIT);

        // Then
        assertEquals(MailState.SENDING, find(subject).orElseThrow().state());
        assertEquals(List.of(), probe.heardOf(subject));
        leases.sent(second, "ada@gatehouse.test", probe).await().atMost(LIMIT);
        assertEquals(MailState.SENT, find(subject).orElseThrow().state());
        assertEquals(List.of("sent"), probe.heardOf(subject));
    }

    @Test
    void aServerThatHangsForSomeMailsStopsNoOther() {
        // Given
        List<String> hanging =
                IntStream.range(0, 3).mapToObj(number -> address("hang")).toList();
        hanging.forEach(to -> schedule(order(probe.to(to))));
        await().atMost(LIMIT).until(() -> hanging.stream().allMatch(ScriptedSmtp::isOpen));
        UUID other = probe.to(address("ada"));

        // When
        Instant before = Instant.now();
        schedule(order(other));

        // Then
        awaitState(other, MailState.SENT);
        assertTrue(Duration.between(before, Instant.now()).compareTo(SEND_TIMEOUT) < 0, "another lane sends it");
        await().atMost(LIMIT).until(() -> hanging.stream().noneMatch(ScriptedSmtp::isOpen));
    }

    @Test
    void aServerThatHangsForEveryLaneHoldsUpTheRestForOneTimeLimitOnly() {
        // Given
        List<String> hanging =
                IntStream.range(0, 5).mapToObj(number -> address("hang")).toList();
        hanging.forEach(to -> schedule(order(probe.to(to))));
        UUID other = probe.to(address("ada"));

        // When
        schedule(order(other));

        // Then
        awaitState(other, MailState.SENT);
    }

    @Test
    void endsAConnectionWhoseServerNeverStopsTalking() {
        // Given
        String to = address("trickle");
        UUID subject = probe.to(to);

        // When
        schedule(order(subject));

        // Then
        await().atMost(LIMIT).until(() -> ScriptedSmtp.isOpen(to));
        await().atMost(LIMIT).until(() -> !ScriptedSmtp.isOpen(to));
        await().atMost(LIMIT).until(() -> "the mail server did not answer in time"
                .equals(find(subject).orElseThrow().lastError()));
    }

    @Test
    void abandonsAMailThatIsRefusedForGoodAndSendsItWhenRetried() {
        // Given
        UUID subject = probe.to(address("refuse"));
        schedule(order(subject));
        QueuedMail abandoned = awaitState(subject, MailState.ABANDONED);
        assertEquals(1, abandoned.attempts());
        assertEquals("the mail server answered 550", abandoned.lastError());
        assertEquals(List.of("abandoned: the mail server answered 550"), probe.heardOf(subject));
        String to = address("ada");
        probe.contents.put(subject, probe.contents.get(probe.to(to)));

        // When
        RetryOutcome outcome = retry(abandoned.id());

        // Then
        assertInstanceOf(RetryOutcome.Scheduled.class, outcome);
        awaitState(subject, MailState.SENT);
        assertEquals(1, ScriptedSmtp.takenFor(to).size());
        assertInstanceOf(RetryOutcome.SentAlready.class, retry(abandoned.id()));
        assertInstanceOf(RetryOutcome.Unknown.class, retry(UUID.randomUUID()));
    }

    @Test
    void triesAMailAgainAfterGrowingPauses() {
        // Given
        String to = address("later");
        UUID subject = probe.to(to);

        // When
        schedule(order(subject));

        // Then
        awaitState(subject, MailState.SENT);
        List<Instant> offered = ScriptedSmtp.offered(to);
        assertEquals(4, offered.size());
        for (int pause = 0; pause < 3; pause++) {
            long shortest = (config.firstPause().toMillis() << pause) / 2;
            long real =
                    Duration.between(offered.get(pause), offered.get(pause + 1)).toMillis();
            assertTrue(real >= shortest, real + " ms is shorter than " + shortest + " ms");
        }
    }

    @Test
    void abandonsAMailThatIsTooLate() {
        // Given
        String to = address("ada");
        UUID subject = probe.to(to);

        // When
        schedule(MailOrder.of(
                ProbeMails.KIND, subject, UUID.randomUUID(), clock.instant().minusSeconds(1)));

        // Then
        awaitState(subject, MailState.ABANDONED);
        assertEquals(List.of("abandoned: too_late"), probe.heardOf(subject));
        assertEquals(List.of(), ScriptedSmtp.offered(to));
    }

    @Test
    void dropsAMailThatIsNotNeededAndRetriesOneThatIsNotReady() {
        // Given
        UUID unneeded = UUID.randomUUID();
        probe.contents.put(unneeded, new Content.NotNeeded("closed"));
        UUID early = UUID.randomUUID();
        probe.contents.put(early, new Content.NotYet("account_unknown"));
        schedule(order(unneeded));
        schedule(order(early));
        awaitState(unneeded, MailState.DROPPED);
        assertEquals(List.of("dropped: closed"), probe.heardOf(unneeded));
        await().atMost(LIMIT)
                .until(() -> "account_unknown".equals(find(early).orElseThrow().lastError()));

        // When
        probe.contents.put(early, probe.contents.get(probe.to(address("ada"))));

        // Then
        awaitState(early, MailState.SENT);
    }

    @Test
    void waitsUntilItIsBroughtForward() {
        // Given
        UUID subject = probe.to(address("ada"));
        UUID fence = probe.to(address("ada"));
        String awaited = "203.0.113." + Math.floorMod(subject.hashCode(), 1000);
        schedule(order(subject).awaiting(awaited, clock.instant().plus(1, ChronoUnit.HOURS)));
        schedule(order(fence));
        awaitState(fence, MailState.SENT);
        assertEquals(MailState.QUEUED, find(subject).orElseThrow().state());

        // When
        transactions.run(() -> queue.bringForward(awaited)).await().atMost(LIMIT);

        // Then
        awaitState(subject, MailState.SENT);
    }

    @Test
    void twoReplicasSendEveryMailOnce() {
        // Given
        MailLanes otherReplica = new MailLanes(leases, sender, connections, config, vertx, clock);
        List<String> recipients =
                IntStream.range(0, 40).mapToObj(number -> address("ada")).toList();

        // When
        transactions
                .run(() -> Uni.join()
                        .all(recipients.stream()
                                .map(to -> queue.schedule(order(probe.to(to))))
                                .toList())
                        .usingConcurrencyOf(1)
                        .andFailFast())
                .await()
                .atMost(LIMIT);
        otherReplica.wake();

        // Then
        await().atMost(LIMIT).until(() -> recipients.stream()
                .noneMatch(to -> ScriptedSmtp.takenFor(to).isEmpty()));
        assertTrue(recipients.stream().allMatch(to -> ScriptedSmtp.takenFor(to).size() == 1));
    }

    @Test
    void forgetsTheMailsOfAnErasedAccountOnly() {
        // Given
        UUID account = UUID.randomUUID();
        UUID subject = probe.to(address("ada"));
        UUID other = probe.to(address("ada"));
        schedule(MailOrder.of(ProbeMails.KIND, subject, account, clock.instant().plusSeconds(60)));
        schedule(order(other));
        awaitState(subject, MailState.SENT);

        // When
        transactions.run(() -> queue.forget(account)).await().atMost(LIMIT);

        // Then
        assertEquals(Optional.empty(), find(subject));
        assertTrue(find(other).isPresent());
    }

    private MailOrder order(UUID subject) {
        return MailOrder.of(
                ProbeMails.KIND, subject, UUID.randomUUID(), clock.instant().plus(1, ChronoUnit.HOURS));
    }

    private void schedule(MailOrder order) {
        transactions.run(() -> queue.schedule(order)).await().atMost(LIMIT);
    }

    private boolean claim(QueuedMail claimed) {
        return transactions
                .runStatement(connection ->
                        PanacheMails.claim(connection, claimed, clock.instant().plus(1, ChronoUnit.HOURS)))
                .await()
                .atMost(LIMIT);
    }

    private RetryOutcome retry(UUID id) {
        return transactions
                .run(() -> administration.retry(id, clock.instant().plus(1, ChronoUnit.HOURS)))
                .await()
                .atMost(LIMIT);
    }

    @CanIgnoreReturnValue
    private QueuedMail awaitState(UUID subject, MailState state) {
        return await().atMost(LIMIT)
                .until(() -> find(subject), found -> found.filter(mail -> mail.state() == state)
                        .isPresent())
                .orElseThrow();
    }

    private Optional<QueuedMail> find(UUID subject) {
        return administration
                .list(new Filter(Set.of(), Optional.of(ProbeMails.KIND), Optional.empty(), Optional.empty()), 200)
                .await()
                .atMost(LIMIT)
                .stream()
                .filter(mail -> mail.subjectId().equals(subject))
                .findFirst();
    }

    private static String address(String name) {
        return name + "-" + UUID.randomUUID() + "@gatehouse.test";
    }
}
