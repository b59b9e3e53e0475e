/**
 * Where a request comes from: the address of the client, and the notation of addresses and networks everywhere else.
 *
 * <p>Owns the one parser of addresses and networks (strict notation, canonical values, mapped and translated addresses
 * as IPv4), the walk through {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239) from the right to the first hop
 * that is no trusted proxy (no further, and each element of limited length), and the record of forwarding headers that
 * came from anybody else.
 *
 * <p>What does not parse is never trusted: the walk ends at the hop before it. The framework's own forwarding support
 * stays off, because it takes the left-most entry, which the client writes.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.clientaddress;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
