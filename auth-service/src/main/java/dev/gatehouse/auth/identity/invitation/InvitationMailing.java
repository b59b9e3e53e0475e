package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.invitation.InvitationQueue.Claimed;
import dev.gatehouse.chassis.mail.message.MailFailure;
import dev.gatehouse.chassis.mail.message.Mails;
import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.runtime.log.Log;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sends the invitations that are due, one after the other, and again later what could not be sent. */
@ApplicationScoped
class InvitationMailing {
    private static final Log LOG = Log.of(InvitationMailing.class);
    private static final String COUNTER = "gatehouse.invitation.mails";

    private final InvitationQueue queue;
    private final InvitationLetter letter;
    private final Mails mails;
    private final MeterRegistry meters;
    private final Worker worker = Worker.draining("invitation mails", this::sendFirstDue);

    InvitationMailing(InvitationQueue queue, InvitationLetter letter, Mails mails, MeterRegistry meters) {
        this.queue = queue;
        this.letter = letter;
        this.mails = mails;
        this.meters = meters;
    }

    /** Returns at once. */
    void wake() {
        worker.wake();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        worker.wake();
    }

    private Uni<Boolean> sendFirstDue() {
        return queue.claim().call(this::attempt).map(Optional::isPresent);
    }

    private Uni<Void> attempt(Optional<Claimed> claimed) {
        return claimed.map(this::attempt).orElse(Uni.createFrom().voidItem());
    }

    private Uni<Void> attempt(Claimed claimed) {
        return claimed.account()
                .map(account -> send(claimed, account))
                .orElseGet(() -> queue.giveUp(claimed, "no longer needed").invoke(() -> count("dropped")));
    }

    private Uni<Void> send(Claimed claimed, Account account) {
        return mails.send(letter.write(claimed.id(), account, claimed.expiresAt()))
                .chain(() -> queue.sent(claimed))
                .invoke(() -> count("sent"))
                .onFailure(MailFailure.class)
                .recoverWithUni(failure -> refused(claimed, failure));
    }

    private Uni<Void> refused(Claimed claimed, MailFailure failure) {
        LOG.with("mail", claimed.id())
                .with("attempt", claimed.attempt())
                .with("kind", failure.kind())
                .with("reason", failure.reason())
                .warn("An invitation could not be mailed");
        return switch (failure.kind()) {
            case TRANSIENT -> queue.later(claimed, failure.reason()).invoke(() -> count("postponed"));
            case PERMANENT -> queue.giveUp(claimed, failure.reason()).invoke(() -> count("failed"));
        };
    }

    private void count(String result) {
        meters.counter(COUNTER, "result", result).increment();
    }
}
