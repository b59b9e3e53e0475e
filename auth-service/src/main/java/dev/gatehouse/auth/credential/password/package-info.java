/**
 * Argon2id (RFC 9106) behind one audience, whichever library computes it.
 *
 * <p>Owns the cost parameters with their floor (OWASP: m=19456 KiB, t=2, p=1), the PHC string format, and the choice of
 * engine: the native library where it loads, BouncyCastle where it does not. Both give the same tag for the same input,
 * so a database may be read by either.
 *
 * <p>Knows nothing of passwords, peppers, accounts or threads: it is given bytes, and computes on the thread that asks.
 * A hash takes tens of milliseconds and {@link dev.gatehouse.auth.credential.password.Argon2Cost#memoryKib} of memory,
 * so nobody calls it from an event loop.
 *
 * <p>Passwords of accounts: the rule for new ones, their hashes, and the check of a typed one.
 *
 * <p>Owns the table {@code credential} (one row per account that has a password) and the pool that hashes. A password
 * is brought to NFC, keyed with a pepper that is not in the database (HMAC-SHA-256), then hashed with Argon2id. Whoever
 * has no password is checked against a decoy of the same cost, so that an unknown account costs what a known one does.
 *
 * <p>Invariants: a plain password never waits in the queue of the pool, only its keyed digest does; no database session
 * is held while hashing (both methods of {@link dev.gatehouse.auth.credential.password.PasswordHashing} are called
 * outside of transactions); beyond the bounded queue a request is answered with 503 at once instead of waiting without
 * end.
 *
 * <p>Knows nothing of accounts beyond their id, and decides nothing about sign-in.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.credential.password;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
