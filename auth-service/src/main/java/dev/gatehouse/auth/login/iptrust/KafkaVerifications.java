package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.AddressVerificationExpired;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Closes the challenges whose verification was denied or has expired. */
@ApplicationScoped
class KafkaVerifications {
    private static final String CONSUMER = "trust";

    private final Inbox inbox;
    private final PendingChallenges challenges;

    KafkaVerifications(Inbox inbox, PendingChallenges challenges) {
        this.inbox = inbox;
        this.challenges = challenges;
    }

    @Incoming("trust-verifications")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::take)
                .invoke(() -> account(record).ifPresent(challenges::signal));
    }

    private Uni<Void> take(SecurityEvent<?> event) {
        return switch (event.data()) {
            case AddressVerificationDenied denied -> challenges.deny(denied.reference());
            case AddressVerificationExpired expired -> challenges.expire(expired.reference());
            default -> Uni.createFrom().voidItem();
        };
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
