package dev.gatehouse.auth.accountadmin;

import dev.gatehouse.auth.account.Account;
import dev.gatehouse.auth.account.AccountOutcome.Refusal;

/** What became of a create request. */
sealed interface CreationOutcome {
    /** The account, made now or by the same request before. */
    record Created(Account account) implements CreationOutcome {}

    /** No account was made. */
    record Refused(Refusal why) implements CreationOutcome {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements CreationOutcome {}
}
