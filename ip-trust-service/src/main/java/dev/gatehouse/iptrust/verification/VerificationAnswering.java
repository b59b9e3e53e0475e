package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.secret.KeyedProof;
import dev.gatehouse.chassis.security.secret.SharedKeys;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.AddressVerificationApproved;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.settings.IpTrustSettings;
import dev.gatehouse.iptrust.trustedaddress.TrustOutcome;
import dev.gatehouse.iptrust.trustedaddress.TrustRequest;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import dev.gatehouse.iptrust.verification.AnswerOutcome.Complaint;
import dev.gatehouse.iptrust.verification.AnswerOutcome.StillOpen;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Typed;
import dev.gatehouse.iptrust.verification.VerificationRow.State;
import dev.gatehouse.iptrust.verification.Verifications.Answer;
import dev.gatehouse.iptrust.verification.Verifications.View;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out what the policy decides about an answer, in the transaction that holds the row. */
@ApplicationScoped
class VerificationAnswering {
    private static final String METRIC = "gatehouse.verifications.closed";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{2}");

    private final VerificationContext context;
    private final TrustedAddresses trusted;
    private final KeyedProof numbers;
    private final Events events;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    VerificationAnswering(
            VerificationContext context,
            TrustedAddresses trusted,
            SharedKeys keys,
            Events events,
            MeterRegistry metrics,
            InstantSource clock) {
        this.context = context;
        this.trusted = trusted;
        this.numbers = keys.proof(LoginChallenged.MATCH_NUMBER);
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    static Uni<AnswerOutcome> closed() {
        return Uni.createFrom().item(new AnswerOutcome.Closed());
    }

    Uni<Optional<View>> view(VerificationRow row, Origin reader) {
        return context.of(row).map(found -> found.map(known -> known.view(row, reader)));
    }

    Uni<AnswerOutcome> answer(@Nullable VerificationRow row, Answer answer, Origin reader) {
        return row == null || !row.openAt(clock.instant())
                ? closed()
                : context.of(row).chain(found -> found.map(known -> answer(new Asked(row, known, reader), answer))
                        .orElseGet(VerificationAnswering::closed));
    }

    private Uni<AnswerOutcome> answer(Asked asked, Answer answer) {
        return switch (VerificationPolicy.decide(facts(asked, answer))) {
            case VerificationPolicy.Approve approve -> approve(asked);
            case VerificationPolicy.Deny deny -> deny(asked, deny.why());
            case VerificationPolicy.CountWrong wrong -> countWrong(asked);
            case VerificationPolicy.AskForNumber ask -> stillOpen(asked, Complaint.NUMBER_MISSING);
            case VerificationPolicy.AskFromThere ask -> stillOpen(asked, Complaint.OTHER_ADDRESS);
        };
    }

    private Uni<AnswerOutcome> approve(Asked asked) {
        return trusted.trust(request(asked)).chain(outcome -> switch (outcome) {
            case TrustOutcome.Trusted(String network, var until) -> approved(asked, network);
            case TrustOutcome.Untrustable untrustable -> closed();
        });
    }

    private Uni<AnswerOutcome> approved(Asked asked, String network) {
        VerificationRow row = asked.row();
        row.close(State.APPROVED, null, clock.instant());
        count("approved");
        return tell(asked, new AddressVerificationApproved(row.reference(), network))
                .replaceWith(new AnswerOutcome.Approved(asked.view()));
    }

    private Uni<AnswerOutcome> deny(Asked asked, DenialReason why) {
        VerificationRow row = asked.row();
        row.close(State.DENIED, why.toString(), clock.instant());
        count("denied");
        return tell(asked, new AddressVerificationDenied(row.reference(), why)).replaceWith(denied(asked, why));
    }

    private static AnswerOutcome denied(Asked asked, DenialReason why) {
        return switch (why) {
            case BY_PERSON -> new AnswerOutcome.Denied(asked.view());
            case WRONG_NUMBERS -> new AnswerOutcome.Closed();
        };
    }

    private static Uni<AnswerOutcome> countWrong(Asked asked) {
        asked.row().countWrongNumber();
        return stillOpen(asked, Complaint.WRONG_NUMBER);
    }

    private static Uni<AnswerOutcome> stillOpen(Asked asked, Complaint complaint) {
        return Uni.createFrom().item(new StillOpen(asked.view(), complaint));
    }

    private VerificationPolicy.Facts facts(Asked asked, Answer answer) {
        return new VerificationPolicy.Facts(
                answer instanceof Answer.Deny ? VerificationPolicy.Answered.DENY : VerificationPolicy.Answered.TRUST,
                asked.settings().confirmation(),
                typed(asked.row(), answer),
                asked.view().sameAddress() ? VerificationPolicy.Place.SAME : VerificationPolicy.Place.OTHER,
                asked.row().wrongNumbers());
    }

    private Typed typed(VerificationRow row, Answer answer) {
        if (!(answer instanceof Answer.Trust(String number))
                || !NUMBER.matcher(number).matches()) {
            return Typed.NONE;
        }
        return numbers.fits(row.matchNumberProof(), row.reference(), number) ? Typed.RIGHT : Typed.WRONG;
    }

    private TrustRequest request(Asked asked) {
        IpTrustSettings settings = asked.settings();
        return new TrustRequest(
                asked.row().accountId(),
                asked.row().address(),
                settings.ipv6PrefixLength(),
                settings.trustDuration().after(clock.instant()),
                asked.owner());
    }

    private Uni<Void> tell(Asked asked, EventData data) {
        return events.publish(
                events.event(data, asked.owner()).about(asked.row().accountId()));
    }

    private void count(String result) {
        metrics.counter(METRIC, "result", result).increment();
    }

    private record Asked(VerificationRow row, VerificationContext.Known known, Origin reader) {
        private View view() {
            return known.view(row, reader);
        }

        private IpTrustSettings settings() {
            return known.settings();
        }

        /* Who reads the mail of the account is taken for its owner; that is all that is proven here. */
        private Origin owner() {
            Account account = known.account();
            return reader.as(Actor.agent(account.id()));
        }
    }
}
