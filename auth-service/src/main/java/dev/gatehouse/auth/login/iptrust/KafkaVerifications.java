package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.auth.identity.account.RequiredPasswordChange;
import dev.gatehouse.auth.login.iptrust.PendingChallenges.MailState;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.AddressVerificationExpired;
import dev.gatehouse.contracts.event.AddressVerificationMailed;
import dev.gatehouse.contracts.event.AddressVerificationRequested;
import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.contracts.event.Outcome;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Closes the challenges whose verification was denied or has expired, and notes what became of their mails. When the
 * owner of an account says that a login with the right password was not theirs, the account must have a new password:
 * somebody else knows this one.
 */
@ApplicationScoped
class KafkaVerifications {
    private static final String CONSUMER = "trust";

    private final Inbox inbox;
    private final PendingChallenges challenges;
    private final RequiredPasswordChange passwords;

    KafkaVerifications(Inbox inbox, PendingChallenges challenges, RequiredPasswordChange passwords) {
        this.inbox = inbox;
        this.challenges = challenges;
        this.passwords = passwords;
    }

    @Incoming("trust-verifications")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::take)
                .invoke(() -> account(record).ifPresent(challenges::signal));
    }

    private Uni<Void> take(SecurityEvent<?> event) {
        if (event.data() instanceof AddressVerificationDenied denied) {
            return deny(event, denied);
        }
        if (event.data() instanceof AddressVerificationRequested requested && event.outcome() == Outcome.FAILURE) {
            return challenges.mail(requested.reference(), MailState.WITHHELD, requested.resendAt(), event.reason());
        }
        if (event.data() instanceof AddressVerificationMailed mailed) {
            MailState state = event.outcome() == Outcome.SUCCESS ? MailState.SENT : MailState.FAILED;
            return challenges.mail(mailed.reference(), state, null, event.reason());
        }
        if (event.data() instanceof AddressVerificationExpired expired) {
            return challenges.expire(expired.reference());
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> deny(SecurityEvent<?> event, AddressVerificationDenied denied) {
        UUID accountId = event.accountId();
        Uni<Optional<PendingChallenges.DeniedClient>> closed = challenges.deny(denied.reference());
        return denied.why() == DenialReason.BY_PERSON && accountId != null
                ? closed.chain(client -> requirePassword(accountId, client, Origin.of(event)))
                : closed.replaceWithVoid();
    }

    private Uni<Void> requirePassword(UUID accountId, Optional<PendingChallenges.DeniedClient> client, Origin origin) {
        return passwords
                .require(
                        accountId,
                        new RequiredPasswordChange.Cause(
                                PasswordChangeReason.LOGIN_DENIED,
                                null,
                                client.map(PendingChallenges.DeniedClient::ip).orElse(null),
                                client.map(PendingChallenges.DeniedClient::userAgent)
                                        .orElse(null)),
                        origin)
                .replaceWithVoid();
    }

    /** Events are keyed by the account; those without an account have another key. */
    private static Optional<UUID> account(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(record.key()).map(UUID::fromString);
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
