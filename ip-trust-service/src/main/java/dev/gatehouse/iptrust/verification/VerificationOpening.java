package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.AddressVerificationRequested;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.iptrust.account.AccountErasureListener;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Count;
import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Objection;
import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Usage;
import dev.gatehouse.iptrust.verification.PanacheVerifications.Mailed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
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

    /**
     * Opens no verification for an address that is trusted already, because publishing its state again is enough; nor
     * for a login that joins another one, because the link that is open answers both.
     */
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
        boolean joined = pending.stream()
                .anyMatch(row -> row.reference.equals(login.joins()) && row.openAt(login.requestedAt()));
        return joined
                ? events.publish(requested(login, Optional.empty()))
                : context.networkOf(login.address()).chain(network -> open(login, pending, network));
    }

    private Uni<Void> open(ChallengedLogin login, List<VerificationRow> pending, IpNetwork network) {
        return usage(login, pending, network)
                .map(usage -> objection(login, usage))
                .chain(objection -> open(login, network, objection));
    }

    private Uni<Void> open(ChallengedLogin login, IpNetwork network, Optional<Objection> objection) {
        UUID id = ids.next();
        VerificationRow row = VerificationRow.of(id, VerificationTokens.hash(tokens.tokenOf(id)), login, network);
        objection.ifPresent(why -> row.withhold(why, login.requestedAt()));
        return rows.persist(row)
                .chain(() -> objection.isPresent() ? Uni.createFrom().voidItem() : mails.schedule(order(row)))
                .chain(() -> events.publish(requested(login, objection)));
    }

    private Uni<Usage> usage(ChallengedLogin login, List<VerificationRow> pending, IpNetwork network) {
        Instant since = login.requestedAt().minus(MailBudgetPolicy.WINDOW);
        Count open = new Count(
                pending.size(),
                pending.stream()
                        .map(row -> row.expiresAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        return rows.mailedTo(login.accountId(), since).chain(toAccount -> rows.mailedFrom(network.toString(), since)
                .map(fromNetwork -> new Usage(open, count(toAccount), count(fromNetwork))));
    }

    private static Count count(Mailed mailed) {
        Instant first = mailed.first();
        return new Count(mailed.count(), first == null ? null : first.plus(MailBudgetPolicy.WINDOW));
    }

    private Optional<Objection> objection(ChallengedLogin login, Usage usage) {
        return trusted.trustable(login.address())
                ? MailBudgetPolicy.objection(usage)
                : Optional.of(Objection.NOT_TRUSTABLE);
    }

    private SecurityEvent<AddressVerificationRequested> requested(
            ChallengedLogin login, Optional<Objection> objection) {
        Origin origin = new Origin(Actor.ANONYMOUS, null, login.address(), login.userAgent());
        AddressVerificationRequested data = new AddressVerificationRequested(
                login.reference(),
                login.expiresAt(),
                objection.map(Objection::resendAt).orElse(null));
        SecurityEvent<AddressVerificationRequested> event =
                events.event(data, origin).about(login.accountId());
        return objection.map(Objection::reason).map(event::failed).orElse(event);
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
            Instant expiresAt,
            @Nullable UUID joins,
            boolean passwordChange) {
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
                    challenged.expiresAt(),
                    challenged.joins(),
                    isWhyTheAddressIsAskedAbout(challenged.passwordChange()));
        }

        /** One that is too old or falls short changes nothing about the address. */
        private static boolean isWhyTheAddressIsAskedAbout(@Nullable PasswordChangeReason why) {
            return why == PasswordChangeReason.LOGIN_DENIED || why == PasswordChangeReason.BY_ADMIN;
        }
    }
}
