package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.iptrust.verification.VerificationOpening.ChallengedLogin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads challenges that need an address verification. */
@ApplicationScoped
class KafkaVerifications {
    private final Inbox inbox;
    private final VerificationOpening opening;

    KafkaVerifications(Inbox inbox, VerificationOpening opening) {
        this.inbox = inbox;
        this.opening = opening;
    }

    @Incoming("verification-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once("verification", record, this::process);
    }

    private Uni<Void> process(SecurityEvent<?> event) {
        return event.data() instanceof LoginChallenged challenged && challenged.kind() == ChallengeKind.IP_VERIFICATION
                ? opening.open(ChallengedLogin.of(event, challenged))
                : Uni.createFrom().voidItem();
    }
}
