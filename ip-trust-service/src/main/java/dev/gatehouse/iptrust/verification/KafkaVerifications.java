package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.iptrust.verification.VerificationOpening.ChallengedLogin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads challenges that need an address verification. */
@ApplicationScoped
class KafkaVerifications implements EventListener {
    private final VerificationOpening opening;

    KafkaVerifications(VerificationOpening opening) {
        this.opening = opening;
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
                ? opening.open(ChallengedLogin.of(event, challenged))
                : Uni.createFrom().voidItem();
    }
}
