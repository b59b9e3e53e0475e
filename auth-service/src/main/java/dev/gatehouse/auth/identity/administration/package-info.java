/**
 * What administrators do with accounts: search, create, look at, edit, disable, erase.
 *
 * <p>Owns the endpoints under {@code /admin/api/v1/accounts} and the order of steps of creating one: hash the password
 * without a database session, then account, password or invitation, idempotency note and events in one transaction.
 * What may be changed is decided in {@link dev.gatehouse.auth.identity.account}.
 *
 * <p>That the caller is an administrator who proved themselves a short while ago is checked before any of this runs.
 *
 * <p>Create requests that may be sent twice: the same {@code Idempotency-Key} with the same body is answered with what
 * the first one made, with another body it is refused.
 *
 * <p>Owns the table {@code idempotency_key}: per caller, a key digest, a body digest and the id of what was made,
 * written in the transaction that makes it and kept for a day. Both digests are keyed, because a body may hold a
 * password. A request that was refused leaves no trace here and may be mended and sent again under the same key.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.administration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
