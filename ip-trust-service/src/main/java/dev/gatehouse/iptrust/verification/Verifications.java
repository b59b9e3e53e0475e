package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.secret.KeyedProof;
import dev.gatehouse.chassis.security.secret.SharedKeys;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.AddressVerificationApproved;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.settings.Confirmation;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses.TrustCommand;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses.TrustOutcome;
import dev.gatehouse.iptrust.verification.VerificationContext.Context;
import dev.gatehouse.iptrust.verification.VerificationOutcome.Rejection;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Choice;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Facts;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Place;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Typed;
import dev.gatehouse.iptrust.verification.VerificationRow.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the verification of a link and carries out the answer to it. */
@ApplicationScoped
class Verifications {
    private static final String METRIC = "gatehouse.verifications.closed";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{2}");

    private final PanacheVerifications rows;
    private final VerificationContext context;
    private final TrustedAddresses trusted;
    private final KeyedProof numbers;
    private final Transactions transactions;
    private final Events events;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    Verifications(
            PanacheVerifications rows,
            VerificationContext context,
            TrustedAddresses trusted,
            SharedKeys keys,
            Transactions transactions,
            Events events,
            MeterRegistry metrics,
            InstantSource clock) {
        this.rows = rows;
        this.context = context;
        this.trusted = trusted;
        this.numbers = keys.proof(LoginChallenged.MATCH_NUMBER);
        this.transactions = transactions;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The verification of this link while it is open. Changes nothing. */
    Uni<Optional<OpenVerification>> find(String token, Origin reader) {
        return VerificationTokens.hashOf(token)
                .map(hash -> transactions.read(() -> rows.findByToken(hash).chain(row -> open(row, reader))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Answers the verification of this link. Of parallel answers exactly one closes it. */
    Uni<VerificationOutcome> answer(String token, AnswerCommand command, Origin reader) {
        return VerificationTokens.hashOf(token)
                .map(hash -> transactions.run(() -> rows.lockByToken(hash).chain(row -> answer(row, command, reader))))
                .orElseGet(Verifications::closed);
    }

    private Uni<Optional<OpenVerification>> open(@Nullable VerificationRow row, Origin reader) {
        return row == null || !row.openAt(clock.instant())
                ? Uni.createFrom().item(Optional.empty())
                : context.of(row).map(found -> found.map(context -> context.open(row, reader)));
    }

    private Uni<VerificationOutcome> answer(@Nullable VerificationRow row, AnswerCommand command, Origin reader) {
        return row == null || !row.openAt(clock.instant())
                ? closed()
                : context.of(row).chain(found -> found.map(context -> decide(new Asked(row, context, reader), command))
                        .orElseGet(Verifications::closed));
    }

    private Uni<VerificationOutcome> decide(Asked asked, AnswerCommand command) {
        return switch (VerificationPolicy.decide(facts(asked, command))) {
            case VerificationPolicy.Approve approve -> approve(asked);
            case VerificationPolicy.Deny(DenialReason reason) -> deny(asked, reason);
            case VerificationPolicy.CountWrongNumber wrong -> countWrongNumber(asked);
            case VerificationPolicy.RequireNumber require -> stillOpen(asked, Rejection.NUMBER_MISSING);
            case VerificationPolicy.RequireSameAddress require -> stillOpen(asked, Rejection.OTHER_ADDRESS);
        };
    }

    private Facts facts(Asked asked, AnswerCommand command) {
        return new Facts(
                command instanceof AnswerCommand.Deny ? Choice.DENY : Choice.TRUST,
                asked.context().settings().confirmation(),
                typed(asked.row(), command),
                asked.verification().sameAddress() ? Place.SAME : Place.OTHER,
                asked.row().wrongNumbers);
    }

    private Typed typed(VerificationRow row, AnswerCommand command) {
        if (!(command instanceof AnswerCommand.Trust(String number))
                || !NUMBER.matcher(number).matches()) {
            return Typed.NONE;
        }
        return numbers.fits(row.matchNumberProof, row.reference, number) ? Typed.RIGHT : Typed.WRONG;
    }

    private Uni<VerificationOutcome> approve(Asked asked) {
        return trusted.trust(trustCommand(asked)).chain(outcome -> switch (outcome) {
            case TrustOutcome.Trusted(String network, Instant until) -> approved(asked, network);
            case TrustOutcome.NotTrustable notTrustable -> closed();
        });
    }

    private TrustCommand trustCommand(Asked asked) {
        var settings = asked.context().settings();
        return new TrustCommand(
                asked.row().accountId,
                asked.row().address(),
                settings.ipv6PrefixLength(),
                settings.trustDuration().after(clock.instant()),
                asked.owner());
    }

    private Uni<VerificationOutcome> approved(Asked asked, String network) {
        VerificationRow row = asked.row();
        row.close(State.APPROVED, null, clock.instant());
        count("approved");
        return publish(asked, new AddressVerificationApproved(row.reference, network))
                .replaceWith(new VerificationOutcome.Approved(asked.verification()));
    }

    private Uni<VerificationOutcome> deny(Asked asked, DenialReason reason) {
        VerificationRow row = asked.row();
        row.close(State.DENIED, reason.toString(), clock.instant());
        count("denied");
        return publish(asked, new AddressVerificationDenied(row.reference, reason))
                .replaceWith(
                        switch (reason) {
                            case BY_PERSON -> new VerificationOutcome.Denied(asked.verification());
                            case WRONG_NUMBERS -> new VerificationOutcome.Closed();
                        });
    }

    private static Uni<VerificationOutcome> countWrongNumber(Asked asked) {
        asked.row().countWrongNumber();
        return stillOpen(asked, Rejection.WRONG_NUMBER);
    }

    private Uni<Void> publish(Asked asked, EventData data) {
        return events.publish(events.event(data, asked.owner()).about(asked.row().accountId));
    }

    private void count(String result) {
        metrics.counter(METRIC, "result", result).increment();
    }

    private static Uni<VerificationOutcome> stillOpen(Asked asked, Rejection reason) {
        return Uni.createFrom().item(new VerificationOutcome.StillOpen(asked.verification(), reason));
    }

    private static Uni<VerificationOutcome> closed() {
        return Uni.createFrom().item(new VerificationOutcome.Closed());
    }

    /** The answer of the reader. */
    sealed interface AnswerCommand {
        /** Trust the address; with the number as typed, empty when none was. */
        record Trust(String number) implements AnswerCommand {
            /** Without the number. */
            @Override
            public String toString() {
                return "Trust[redacted]";
            }
        }

        /** Deny the login. */
        record Deny() implements AnswerCommand {}
    }

    /**
     * An open verification as the page and the mail show it.
     *
     * @param address the address of the login
     * @param hostname the confirmed hostname of that address
     * @param passwordChange whether the account must have a new password once the address is confirmed
     * @param sameAddress whether the reader comes from that address too
     */
    record OpenVerification(
            Account account,
            IpAddress address,
            Optional<String> hostname,
            @Nullable String userAgent,
            Instant requestedAt,
            boolean passwordChange,
            Confirmation confirmation,
            boolean sameAddress) {}

    private record Asked(VerificationRow row, Context context, Origin reader) {
        private OpenVerification verification() {
            return context.open(row, reader);
        }

        /* Access to the mailbox of the account is the only proof here; the reader counts as its owner. */
        private Origin owner() {
            Account account = context.account();
            return reader.as(Actor.agent(account.id()));
        }
    }
}
