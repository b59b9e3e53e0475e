/**
 * From a bearer token to a verified {@link dev.gatehouse.chassis.security.caller.Caller}.
 *
 * <p>Flow: {@link dev.gatehouse.chassis.security.accesstoken.AccessTokens} looks into
 * {@link dev.gatehouse.chassis.security.accesstoken.VerifiedTokens},
 * {@link dev.gatehouse.chassis.security.accesstoken.CompactToken} parses and verifies the signature with jose4j,
 * {@link dev.gatehouse.chassis.security.accesstoken.TokenPolicy} checks the claims. Keys come through
 * {@link dev.gatehouse.chassis.security.accesstoken.VerificationKeys}: over HTTP by default, in-process where tokens
 * are issued.
 *
 * <p>The profile is RFC 9068 and RFC 8725: ES256 only, {@code typ: at+jwt}, exactly one text for the same token,
 * issuer, the audience of this service, ten seconds of skew, every claim present and of its type, no life beyond
 * fifteen minutes. Revocation is asked on every request. No token is logged; an unverified token causes at most one
 * bounded refresh of the key set.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.accesstoken;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
