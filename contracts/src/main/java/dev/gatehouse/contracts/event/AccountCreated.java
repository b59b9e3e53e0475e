package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;

/** {@code account.created}: An account was made. */
public record AccountCreated(AccountKind kind, AccountStatus status) implements EventData {}
