/**
 * Create requests that may be sent twice: the same {@code Idempotency-Key} with the same body is answered with what the
 * first one made, with another body it is refused.
 *
 * <p>Owns the table {@code idempotency_key}: per caller, a key digest, a body digest and the id of what was made,
 * written in the transaction that makes it and kept for a day. Both digests are keyed, because a body may hold a
 * password. A request that was refused leaves no trace here and may be mended and sent again under the same key.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.idempotency;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
