/**
 * The keys that sign access tokens, from their creation to their deletion.
 *
 * <p>ES256 keys (P-256), named by their RFC 7638 thumbprint. The private part is stored encrypted with AES-256-GCM
 * under a key derived from the service's secret; the key id is the associated data, so it cannot be moved to another
 * row; the public part is believed only when it fits both.
 *
 * <pre>
 *   created ── published, does not sign ──▶ signs ── successor signs ──▶ published, does not sign ──▶ deleted
 *           at least ten minutes            one period               at least a quarter of an hour
 * </pre>
 *
 * <p>Invariant: a reader that fetches the published keys every few minutes knows the key of every token it receives.
 * Replicas agree by the generation, which is the primary key: of two that create the next key, one takes the other's.
 *
 * <p>Entry point: {@link dev.gatehouse.auth.token.signingkey.SigningKeys}. Flow:
 * {@link dev.gatehouse.auth.token.signingkey.KeyRotationJob} → {@link dev.gatehouse.auth.token.signingkey.KeySchedule}
 * → {@link dev.gatehouse.auth.token.signingkey.KeyMaker} → {@link dev.gatehouse.auth.token.signingkey.SqlSigningKeys} →
 * {@link dev.gatehouse.auth.token.signingkey.WellKnownResource}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.token.signingkey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
