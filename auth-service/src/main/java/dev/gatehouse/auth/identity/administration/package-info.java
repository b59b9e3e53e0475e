/**
 * What administrators do with accounts: search, create, read, edit, disable, erase.
 *
 * <p>Owns the endpoints under {@code /admin/api/v1/accounts} and the table {@code idempotency_key}. Changes are decided
 * in {@link dev.gatehouse.auth.identity.account}.
 *
 * <p>Creating an account:
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.identity.administration.AccountResource} reads a
 *       {@link dev.gatehouse.auth.identity.administration.NewAccountRequest};
 *   <li>{@link dev.gatehouse.auth.identity.administration.AccountCreation} hashes the password outside of a database
 *       session, then writes account, password or invitation, idempotency key and events in one transaction;
 *   <li>{@link dev.gatehouse.auth.identity.administration.IdempotencyKeys} recognises a repeated request.
 * </ol>
 *
 * <p>{@link dev.gatehouse.auth.identity.administration.PasswordChangeResource} requires a new password of an account,
 * or lifts that.
 *
 * <p>Invariants: the same {@code Idempotency-Key} with the same body gets the response for the account that the first
 * request created, and with another body it is refused; both are stored as keyed digests only, because a body may
 * contain a password; a refused request stores nothing and can be corrected and sent again with the same key.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.administration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
