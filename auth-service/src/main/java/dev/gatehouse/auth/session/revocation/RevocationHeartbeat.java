package dev.gatehouse.auth.session.revocation;

import dev.gatehouse.chassis.messaging.event.Messages;
import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import dev.gatehouse.chassis.messaging.relay.RelayHeartbeat;
import dev.gatehouse.contracts.state.Revocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the relay of this service sends as long as ended sessions are heard of. */
@ApplicationScoped
class RevocationHeartbeat implements RelayHeartbeat {
    private final Messages messages;
    private final RevocationConfig config;

    RevocationHeartbeat(Messages messages, RevocationConfig config) {
        this.messages = messages;
        this.config = config;
    }

    @Override
    public Duration every() {
        return config.heartbeatEvery();
    }

    @Override
    public OutboxMessage next() {
        return messages.revocation(Revocation.heartbeat());
    }
}
