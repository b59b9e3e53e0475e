package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;

/** What became of a create request. */
sealed interface CreationOutcome {
    /** The account, made now or by the same request before. */
    record Created(Account account) implements CreationOutcome {}

    /** No account was made. */
    record Refused(Refusal why) implements CreationOutcome {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements CreationOutcome {}
}
