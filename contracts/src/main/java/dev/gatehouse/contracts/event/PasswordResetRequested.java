package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.AccountKind;

/**
 * {@code password.reset-requested}: Somebody asked for a link to a new password. A failure, with the reason, when no
 * link was mailed.
 *
 * @param audience where it was asked for
 */
public record PasswordResetRequested(AccountKind audience) implements EventData {}
