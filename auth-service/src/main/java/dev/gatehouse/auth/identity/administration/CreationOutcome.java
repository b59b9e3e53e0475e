package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;

/** The outcome of a request for a new account. */
sealed interface CreationOutcome {
    /** The account, created now or by the same request before. */
    record Created(Account account) implements CreationOutcome {}

    /** No account was created. */
    record Refused(Refusal why) implements CreationOutcome {}

    /** The idempotency key was used for another request. */
    record KeyReused() implements CreationOutcome {}
}
