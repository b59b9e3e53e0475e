package dev.gatehouse.iptrust.mailing;

import dev.gatehouse.chassis.mail.message.Mail;
import dev.gatehouse.chassis.mail.message.MailFailure;
import dev.gatehouse.chassis.mail.message.Mails;
import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.iptrust.mailing.MailSource.Letter;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sends what is due, one after the other, until nothing is. */
@ApplicationScoped
class MailSender {
    private static final Log LOG = Log.of(MailSender.class);

    private final MailLedger ledger;
    private final List<MailSource> sources;
    private final Mails mails;
    private final InstantSource clock;
    private final Worker worker = Worker.draining("mailing", this::sendFirstDue);

    MailSender(MailLedger ledger, @All List<MailSource> sources, Mails mails, InstantSource clock) {
        this.ledger = ledger;
        this.sources = sources;
        this.mails = mails;
        this.clock = clock;
    }

    void wake() {
        worker.wake();
    }

    private Uni<Boolean> sendFirstDue() {
        return ledger.claim().chain(claimed -> claimed.map(this::attempt)
                .orElse(Uni.createFrom().nullItem())
                .replaceWith(claimed.isPresent()));
    }

    private Uni<Void> attempt(ClaimedMail claim) {
        MailSource source = sourceOf(claim);
        return clock.instant().isAfter(claim.notAfter())
                ? ledger.giveUp(claim, source, "too_late")
                : write(claim, source).onFailure().recoverWithUni(failure -> broken(claim, failure));
    }

    private Uni<Void> write(ClaimedMail claim, MailSource source) {
        return source.write(claim.subjectId()).chain(letter -> send(claim, source, letter));
    }

    private Uni<Void> send(ClaimedMail claim, MailSource source, Letter letter) {
        return switch (letter) {
            case Letter.Ready ready ->
                mails.send(new Mail(claim.id(), ready.to(), ready.subject(), ready.text()))
                        .chain(() -> ledger.sent(claim, source))
                        .onFailure(MailFailure.class)
                        .recoverWithUni(failure -> refused(claim, source, failure));
            case Letter.NotYet notYet -> ledger.postpone(claim, notYet.reason());
            case Letter.NoLonger noLonger -> ledger.drop(claim, noLonger.reason());
        };
    }

    private Uni<Void> refused(ClaimedMail claim, MailSource source, MailFailure failure) {
        LOG.with("mailId", claim.id())
                .with("attempt", claim.attempt())
                .with("kind", failure.kind())
                .with("reason", failure.reason())
                .warn("Mail not sent");
        return switch (failure.kind()) {
            case TRANSIENT -> ledger.postpone(claim, failure.reason());
            case PERMANENT -> ledger.giveUp(claim, source, "refused");
        };
    }

    /* Anything else, such as a database that is away: the lease runs out by itself if not even this can be noted. */
    private Uni<Void> broken(ClaimedMail claim, Throwable failure) {
        LOG.with("mailId", claim.id()).with("attempt", claim.attempt()).warn("Mail not made", failure);
        return ledger.postpone(claim, "fault");
    }

    private MailSource sourceOf(ClaimedMail claim) {
        Optional<MailSource> source = sources.stream()
                .filter(candidate -> candidate.kind().equals(claim.kind()))
                .findFirst();
        return source.orElseThrow(() -> new IllegalStateException("Nobody writes mails of kind " + claim.kind()));
    }
}
