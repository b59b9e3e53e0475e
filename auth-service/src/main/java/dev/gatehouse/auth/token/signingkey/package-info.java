/**
 * The keys that access tokens are signed with, from their making to their disappearance.
 *
 * <p>ES256 keys (P-256), named by their RFC 7638 thumbprint. The private part leaves memory only sealed with
 * AES-256-GCM under a key that is derived from the service's secret; the key's name is the associated data, so a sealed
 * part cannot be moved to another row.
 *
 * <pre>
 *   made ── published, does not sign ──▶ signs ── successor signs ──▶ published, does not sign ──▶ gone
 *         at least ten minutes          one period               at least a quarter of an hour
 * </pre>
 *
 * <p>So nobody who reads the published set every few minutes meets a token whose key they cannot find. Replicas agree
 * by the number of the generation, which is the primary key: of two that make the next key, one loses and takes the
 * other's.
 *
 * <p>Publishes the set at {@code /.well-known/jwks.json} (RFC 7517) and the metadata that leads there. Does not mint.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.token.signingkey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
