package dev.gatehouse.notification.origin;

import dev.gatehouse.chassis.caller.Caller;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something, and from where.
 *
 * @param ip in canonical text
 */
public record Origin(Caller caller, String ip, @Nullable String userAgent) {
    /** The account of the caller. */
    public UUID accountId() {
        return caller.accountId();
    }

    /** The event, done by this caller and coming from there. */
    public <D extends EventData> SecurityEvent<D> stamp(SecurityEvent<D> event) {
        return event.by(caller.actor()).within(caller.sessionId()).from(ip, userAgent);
    }
}
