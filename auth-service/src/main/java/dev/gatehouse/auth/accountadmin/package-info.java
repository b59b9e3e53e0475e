/**
 * What administrators do with accounts: search, create, look at, edit, disable, erase.
 *
 * <p>Owns the endpoints under {@code /admin/api/v1/accounts} and the order of steps of creating one: hash the password
 * without a database session, then account, password or invitation, idempotency note and events in one transaction.
 * What may be changed is decided in {@link dev.gatehouse.auth.account}.
 *
 * <p>That the caller is an administrator who proved themselves a short while ago is checked before any of this runs.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.accountadmin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
