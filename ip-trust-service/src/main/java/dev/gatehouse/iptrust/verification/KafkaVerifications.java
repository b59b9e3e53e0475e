package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.iptrust.verification.VerificationOpening.ChallengedLogin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/**
 * Reads challenges that need an address verification. One that has expired is passed over: a service that catches up
 * mails no link that nobody waits for.
 */
@ApplicationScoped
class KafkaVerifications implements EventListener {
    private final VerificationOpening opening;
    private final InstantSource clock;

    KafkaVerifications(VerificationOpening opening, InstantSource clock) {
        this.opening = opening;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none().on(LoginChallenged.class, this::open);
    }

    private Uni<Void> open(SecurityEvent<?> event, LoginChallenged challenged) {
        return challenged.kind() == ChallengeKind.IP_VERIFICATION
                        && clock.instant().isBefore(challenged.expiresAt())
                ? opening.open(ChallengedLogin.of(event, challenged))
                : Uni.createFrom().voidItem();
    }
}
