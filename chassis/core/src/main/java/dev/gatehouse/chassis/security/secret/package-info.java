/**
 * Unguessable random values, keys derived from the one secret of a service, and keyed digests.
 *
 * <p>A service is configured with one secret of 256 bits. For every purpose a key of its own is derived from it (HKDF,
 * RFC 5869, SHA-256), so that a value made for one purpose proves nothing for another. What two services must both be
 * able to prove uses the shared secret in the same way.
 *
 * <p>Random values have 256 bits and are stored as their SHA-256 only. A
 * {@link dev.gatehouse.chassis.security.secret.Secret} never prints itself. Comparisons take the same time wherever the
 * difference is.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.secret;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
