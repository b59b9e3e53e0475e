package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.AddressVerificationExpired;
import dev.gatehouse.contracts.event.AddressVerificationRequested;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.iptrust.account.AccountErasureListener;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import dev.gatehouse.iptrust.verification.VerificationRow.State;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a verification for a challenged login and schedules its mail; joins the transaction of the inbox. */
@ApplicationScoped
class VerificationOpening implements AccountErasureListener {
    private final PanacheVerifications rows;
    private final VerificationTokens tokens;
    private final VerificationContext context;
    private final TrustedAddresses trusted;
    private final MailQueue mails;
    private final Events events;
    private final IdGenerator ids;

    VerificationOpening(
            PanacheVerifications rows,
            VerificationTokens tokens,
            VerificationContext context,
            TrustedAddresses trusted,
            MailQueue mails,
            Events events,
            IdGenerator ids) {
        this.rows = rows;
        this.tokens = tokens;
        this.context = context;
        this.trusted = trusted;
        this.mails = mails;
        this.events = events;
        this.ids = ids;
    }

    /** Opens no verification for an address that is trusted already; publishing its state again is enough. */
    Uni<Void> open(ChallengedLogin login) {
        return rows.lockPending(login.accountId())
                .chain(pending -> trusted.republishIfTrusted(login.accountId(), login.address())
                        .chain(done -> done ? Uni.createFrom().voidItem() : open(login, pending)));
    }

    /** Deletes the mails of the account, of every kind. */
    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return mails.forget(accountId);
    }

    private Uni<Void> open(ChallengedLogin login, List<VerificationRow> pending) {
        return replaceSameNetwork(pending, login)
                .chain(open -> usage(login, open))
                .map(usage -> objection(login, usage))
                .chain(objection -> open(login, objection));
    }

    private Uni<Void> open(ChallengedLogin login, Optional<String> objection) {
        UUID id = ids.next();
        VerificationRow row = VerificationRow.of(id, VerificationTokens.hash(tokens.tokenOf(id)), login);
        objection.ifPresent(why -> row.close(State.WITHHELD, why, login.requestedAt()));
        return rows.persist(row)
                .chain(() -> objection.isPresent() ? Uni.createFrom().voidItem() : mails.schedule(order(row)))
                .chain(() -> events.publish(requested(login, objection)));
    }

    /* Returns how many verifications stay open. */
    private Uni<Integer> replaceSameNetwork(List<VerificationRow> pending, ChallengedLogin login) {
        return context.networkOf(login.address())
                .map(network -> pending.stream()
                        .filter(row -> network.contains(row.address()))
                        .toList())
                .chain(replaced -> replaceAll(replaced, login).replaceWith(pending.size() - replaced.size()));
    }

    private Uni<Void> replaceAll(List<VerificationRow> replaced, ChallengedLogin login) {
        return Multi.createFrom()
                .iterable(replaced)
                .onItem()
                .transformToUniAndConcatenate(row -> replace(row, login.requestedAt()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> replace(VerificationRow row, Instant now) {
        row.close(State.REPLACED, null, now);
        return events.publish(events.event(new AddressVerificationExpired(row.reference), Origin.SYSTEM)
                .about(row.accountId)
                .failed("replaced"));
    }

    private Uni<MailBudgetPolicy.Usage> usage(ChallengedLogin login, int open) {
        Instant since = login.requestedAt().minus(MailBudgetPolicy.WINDOW);
        return rows.countMailedTo(login.accountId(), since)
                .chain(toAccount -> rows.countMailedFrom(login.address().canonical(), since)
                        .map(fromAddress -> new MailBudgetPolicy.Usage(open, toAccount, fromAddress)));
    }

    private Optional<String> objection(ChallengedLogin login, MailBudgetPolicy.Usage usage) {
        return trusted.trustable(login.address())
                ? MailBudgetPolicy.objection(usage)
                : Optional.of("address_not_trustable");
    }

    private SecurityEvent<AddressVerificationRequested> requested(ChallengedLogin login, Optional<String> objection) {
        Origin origin = new Origin(Actor.ANONYMOUS, null, login.address(), login.userAgent());
        SecurityEvent<AddressVerificationRequested> event = events.event(
                        new AddressVerificationRequested(login.reference(), login.expiresAt()), origin)
                .about(login.accountId());
        return objection.map(event::failed).orElse(event);
    }

    private static MailOrder order(VerificationRow row) {
        return MailOrder.of(VerificationMail.KIND, row.id, row.accountId, row.expiresAt);
    }

    /** A login whose address must be verified, as its event describes it. */
    record ChallengedLogin(
            UUID reference,
            UUID accountId,
            IpAddress address,
            @Nullable String userAgent,
            String matchNumberProof,
            Instant requestedAt,
            Instant expiresAt) {
        /** Fails for an event without the required fields; such a record goes to the dead letters. */
        static ChallengedLogin of(SecurityEvent<?> event, LoginChallenged challenged) {
            return new ChallengedLogin(
                    challenged.reference(),
                    Objects.requireNonNull(event.accountId(), "A challenge is about an account"),
                    IpAddress.parse(Objects.requireNonNull(event.ip(), "A login has an address"))
                            .orElseThrow(),
                    event.userAgent(),
                    Objects.requireNonNull(challenged.matchNumberProof(), "The proof of the match number is missing"),
                    event.time(),
                    challenged.expiresAt());
        }
    }
}
