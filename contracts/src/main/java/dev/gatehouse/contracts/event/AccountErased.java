package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.AccountKind;

/** {@code account.erased}: The personal data of an account is gone. */
public record AccountErased(AccountKind kind) implements EventData {}
