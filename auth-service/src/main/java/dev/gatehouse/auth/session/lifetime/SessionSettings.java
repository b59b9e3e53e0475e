package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.event.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How long sessions of one kind of account last, as administrators set it: pure.
 *
 * @param idleTimeout how long a session lives without being used
 * @param maxLifetime how long it lives at most
 * @param requireActivity whether only a reported person counts as use; otherwise every refresh does
 * @param recheckAddress whether a session that moves to an address which is not trusted must prove it
 * @param maxPerAccount how many open sessions an account has; the oldest ones end
 * @param warnBefore how long before a session ends its client should warn the person
 */
public record SessionSettings(
        Duration idleTimeout,
        Duration maxLifetime,
        RememberMe rememberMe,
        boolean requireActivity,
        boolean recheckAddress,
        int maxPerAccount,
        Duration warnBefore) {
    /**
     * Sessions that outlive the browser.
     *
     * @param allowed whether a client may ask for one
     * @param lifetime how long it lives, used or not
     */
    public record RememberMe(boolean allowed, Duration lifetime) {}

    /**
     * When a session ends.
     *
     * @param idleExpiresAt unless it is used; never after {@code expiresAt}
     * @param remembered whether "remember me" was granted: such a session does not end by idleness
     */
    record Span(Instant idleExpiresAt, Instant expiresAt, boolean remembered) {}

    /** The limits of a session; "remember me" is granted only where it is allowed. */
    Span span(boolean remember, Instant createdAt, Instant usedAt) {
        if (remember && rememberMe.allowed()) {
            Instant end = createdAt.plus(rememberMe.lifetime());
            return new Span(end, end, true);
        }
        Instant end = createdAt.plus(maxLifetime);
        Instant idle = usedAt.plus(idleTimeout);
        return new Span(idle.isBefore(end) ? idle : end, end, false);
    }

    /** When a client should warn: so long before the session ends, but not before it was used last. */
    Instant warnAt(Instant idleExpiresAt, Instant usedAt) {
        Instant warnAt = idleExpiresAt.minus(warnBefore);
        return warnAt.isBefore(usedAt) ? usedAt : warnAt;
    }

    /** The fields that differ, for the audit log. */
    public List<Change> changesTo(SessionSettings after) {
        return Stream.of(
                        change("idleTimeout", after, SessionSettings::idleTimeout),
                        change("maxLifetime", after, SessionSettings::maxLifetime),
                        change("rememberMe.allowed", after, of -> of.rememberMe.allowed()),
                        change("rememberMe.lifetime", after, of -> of.rememberMe.lifetime()),
                        change("requireActivity", after, SessionSettings::requireActivity),
                        change("recheckAddress", after, SessionSettings::recheckAddress),
                        change("maxPerAccount", after, SessionSettings::maxPerAccount),
                        change("warnBefore", after, SessionSettings::warnBefore))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private Change change(String field, SessionSettings after, Function<SessionSettings, Object> value) {
        return new Change(field, valueOf(value.apply(this)), valueOf(value.apply(after)));
    }

    private static String valueOf(Object value) {
        return value instanceof Duration duration ? text(duration) : value.toString();
    }

    /** The duration in ISO-8601: days where it is some whole ones. */
    public static String text(Duration duration) {
        boolean inDays = duration.toDays() > 1 && duration.equals(Duration.ofDays(duration.toDays()));
        return inDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
