package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.AccountKind;

/** {@code account.enabled}: A disabled account may sign in again. */
public record AccountEnabled(AccountKind kind) implements EventData {}
