package dev.gatehouse.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code address-verification.requested}: A verification was opened for a challenged login, or its mail was withheld (a
 * failure, with the reason).
 *
 * @param resendAt when a mail that a limit withheld would be sent; absent otherwise
 */
public record AddressVerificationRequested(
        UUID reference, Instant expiresAt, @Nullable Instant resendAt) implements EventData {}
