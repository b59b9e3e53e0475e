/**
 * What is known of addresses that sign-ins come from: host name, whether it is confirmed, whether the address is one of
 * the operator's own, and who uses it.
 *
 * <p>Owns the off-path look-up: an event of a sign-in marks the address as wanted, a worker asks for it soon after and
 * publishes the finding on {@code gatehouse.addresses} (when it is news, and once a day). A finding, also a failed one,
 * is good for five minutes. No request ever waits for a look-up.
 *
 * <p>Host names are for display only and decide nothing; an unconfirmed one is kept as unconfirmed. An address is
 * internal when it is private or lies in a network that {@link dev.gatehouse.iptrust.hostname.OwnNetworks} knows.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.hostname;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
