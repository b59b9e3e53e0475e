package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import java.time.Duration;

/**
 * A message that the leading relay sends again and again, for as long as no revocation of this service waits for more
 * than a second: who receives it knows that ended sessions are heard of. A service that revokes has one bean of it.
 */
public interface RelayHeartbeat {
    /** How often; as often as the relay has a round at most. */
    Duration every();

    /** The next one. */
    OutboxMessage next();
}
