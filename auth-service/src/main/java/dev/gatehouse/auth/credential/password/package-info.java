/**
 * Passwords of accounts: their hashes, what was measured of them, former ones, and the check of an entered one.
 *
 * <p>Owns the tables {@code credential} (one row per account that has a password) and {@code former_credential}, the
 * hashing pool, the cost parameters with their minimum (OWASP: m=19456 KiB, t=2, p=1) and the PHC string format. Knows
 * accounts by their id only and decides nothing about logins.
 *
 * <p>Hashing a password, with {@link dev.gatehouse.auth.credential.password.PasswordHashing} as entry point:
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.credential.password.Pepper} normalises (NFC) and keys it (HMAC-SHA-256) with the
 *       newest of its keys;
 *   <li>{@link dev.gatehouse.auth.credential.password.HashingPool} runs the computation on its own threads;
 *   <li>{@link dev.gatehouse.auth.credential.password.Argon2} computes Argon2id (RFC 9106) with the native
 *       {@link dev.gatehouse.auth.credential.password.Argon2.Engine}, or with BouncyCastle where that does not load;
 *   <li>{@link dev.gatehouse.auth.credential.password.Credentials} stores the result, in the caller's transaction.
 * </ol>
 *
 * <p>{@link dev.gatehouse.auth.credential.password.ForeignHash} checks what another system hashed, until the first
 * login replaces it.
 *
 * <p>Invariants: only the keyed digest of a password waits in the queue, never its plain text, except for a foreign
 * hash; no database session is held while hashing; when the queue is full a request is answered with 503 at once; an
 * account without a password is checked against one of {@link dev.gatehouse.auth.credential.password.Decoys}, whose
 * costs occur as often as those of the stored hashes; what is weaker than today's, or keyed with a former pepper, is
 * hashed anew at the next login; a password whose pepper is not configured any more is refused and reported.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.credential.password;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
