package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.auth.identity.account.RequiredPasswordChange;
import dev.gatehouse.auth.login.iptrust.PendingChallenges.MailState;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
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

/**
 * Closes the challenges whose verification was denied or has expired, and notes what became of their mails. When the
 * owner of an account says that a login with the right password was not theirs, the account must have a new password:
 * somebody else knows this one.
 */
@ApplicationScoped
class KafkaVerifications implements EventListener {
    private final PendingChallenges challenges;
    private final RequiredPasswordChange passwords;

    KafkaVerifications(PendingChallenges challenges, RequiredPasswordChange passwords) {
        this.challenges = challenges;
        this.passwords = passwords;
    }

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none()
                .on(AddressVerificationDenied.class, this::deny)
                .on(AddressVerificationRequested.class, this::requested)
                .on(AddressVerificationMailed.class, this::mailed)
                .on(AddressVerificationExpired.class, (event, expired) -> challenges.expire(expired.reference()));
    }

    @Override
    public void committed(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        if (accountId != null) {
            challenges.signal(accountId);
        }
    }

    private Uni<Void> requested(SecurityEvent<?> event, AddressVerificationRequested requested) {
        return event.outcome() == Outcome.FAILURE
                ? challenges.mail(requested.reference(), MailState.WITHHELD, requested.resendAt(), event.reason())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> mailed(SecurityEvent<?> event, AddressVerificationMailed mailed) {
        MailState state = event.outcome() == Outcome.SUCCESS ? MailState.SENT : MailState.FAILED;
        return challenges.mail(mailed.reference(), state, null, event.reason());
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
}
