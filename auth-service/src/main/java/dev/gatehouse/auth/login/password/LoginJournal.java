package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.login.challenge.ChallengeClient;
import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.LoginFailed;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Puts sign-ins into words for everybody else. */
@ApplicationScoped
public class LoginJournal {
    private final Events events;
    private final MeterRegistry meters;
    private final SecretKey emailDigest;

    LoginJournal(Events events, MeterRegistry meters, DerivedKeys keys) {
        this.events = events;
        this.meters = meters;
        this.emailDigest = keys.key("login-email-digest");
    }

    /** A sign-in got its session. */
    public SecurityEvent<?> succeeded(ChallengeClient client, OpenedSession opened) {
        Session session = opened.session();
        LoginSucceeded data = new LoginSucceeded(client.audience(), session.methods());
        return event(data, client, session.accountId()).by(owner(session)).within(session.id());
    }

    /** A sign-in waits. */
    public SecurityEvent<?> challenged(ChallengeClient client, UUID accountId, LoginChallenged data) {
        return event(data, client, accountId);
    }

    /** A sign-in was refused. */
    public SecurityEvent<?> failed(ChallengeClient client, Refusal refusal) {
        String digest = refusal.accountId() == null ? Macs.hex(Macs.hmacSha256(emailDigest, refusal.typed())) : null;
        LoginFailed data = new LoginFailed(client.audience(), digest);
        return event(data, client, refusal.accountId()).failed(refusal.why().code());
    }

    /** Counts a sign-in by how it ended, once it has. */
    public void count(ChallengeClient client, LoginResult result) {
        meters.counter("gatehouse.logins", "audience", client.audience().toString(), "outcome", result.toString())
                .increment();
    }

    private <D extends EventData> SecurityEvent<D> event(D data, ChallengeClient client, @Nullable UUID accountId) {
        return events.event(data, Origin.SYSTEM)
                .by(Actor.ANONYMOUS)
                .about(accountId)
                .from(client.program().ip(), client.program().userAgent());
    }

    private static Actor owner(Session session) {
        return switch (session.kind()) {
            case AGENT -> Actor.agent(session.accountId());
            case USER -> Actor.user(session.accountId());
        };
    }
}
