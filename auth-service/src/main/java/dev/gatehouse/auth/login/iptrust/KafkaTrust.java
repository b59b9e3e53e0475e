package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to what is told about trust. */
@ApplicationScoped
class KafkaTrust {
    private static final String CONSUMER = "trust";
    private static final int ID_LENGTH = 36;

    private final Inbox inbox;
    private final TrustIntake intake;
    private final PendingChallenges challenges;

    KafkaTrust(Inbox inbox, TrustIntake intake, PendingChallenges challenges) {
        this.inbox = inbox;
        this.intake = intake;
        this.challenges = challenges;
    }

    @Incoming("trusted-addresses")
    Uni<Void> onTrustedAddress(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, intake::take).invoke(() -> tell(record));
    }

    @Incoming("trust-settings")
    Uni<Void> onSettings(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, intake::take);
    }

    @Incoming("trust-verifications")
    Uni<Void> onSecurityEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, intake::take).invoke(() -> tell(record));
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        account(record).ifPresent(challenges::signal);
    }

    /** Both topics are keyed by the account, one of them with more after it. */
    private static Optional<UUID> account(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        try {
            return key == null || key.length() < ID_LENGTH
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(key.substring(0, ID_LENGTH)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
