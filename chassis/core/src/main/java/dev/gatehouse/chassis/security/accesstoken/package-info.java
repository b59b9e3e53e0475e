/**
 * From a bearer token to a proven {@link dev.gatehouse.chassis.security.caller.Caller}.
 *
 * <p>Owns the verification of access tokens, in the profile of RFC 9068 that is minted here: ES256 only, {@code typ:
 * at+jwt}, strictly canonical compact form, key by id from memory, issuer, the audience of this service, ten seconds of
 * skew at most, every claim present and of its type, no life beyond fifteen minutes. Keys come through
 * {@link dev.gatehouse.chassis.security.accesstoken.VerificationKeys}: over HTTP by default, in-process where they are
 * minted.
 *
 * <p>Owns no token: minting, refreshing and ending are elsewhere; whether a session has ended is asked of
 * {@link dev.gatehouse.chassis.security.caller.Revocations} on every request.
 *
 * <p>Never logs a token, and never looks anything up by what an unproven token says, except for one bounded refresh of
 * the key set. Follows RFC 8725 (best current practices).
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.accesstoken;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
