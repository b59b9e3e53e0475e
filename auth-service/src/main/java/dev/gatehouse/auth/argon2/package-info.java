/**
 * Argon2id (RFC 9106) behind one door, whichever library computes it.
 *
 * <p>Owns the cost parameters with their floor (OWASP: m=19456 KiB, t=2, p=1), the PHC string format, and the choice of
 * engine: the native library where it loads, BouncyCastle where it does not. Both give the same tag for the same input,
 * so a database may be read by either.
 *
 * <p>Knows nothing of passwords, peppers, accounts or threads: it is given bytes, and computes on the thread that asks.
 * A hash takes tens of milliseconds and {@link dev.gatehouse.auth.argon2.Argon2Cost#memoryKib} of memory, so nobody
 * calls it from an event loop.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.argon2;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
