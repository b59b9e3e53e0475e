/**
 * Addresses that one account may sign in from without a verification, until a date.
 *
 * <p>Owns which account trusts which address (at most twenty per account; a new one displaces the oldest), the first
 * and last use, and the end: at its date, by the owner, by an administrator, by displacement, or with the account. An
 * address is an exact IPv4 address or an IPv6 network of the configured length. Private and other special-purpose
 * addresses are refused unless configured, because they identify no single place.
 *
 * <pre>
 *   (none) ── trusted ──▶ active ── trusted again ──▶ active
 *                           └── withdrawn, displaced, expired ──▶ ended ── trusted ──▶ active
 * </pre>
 *
 * <p>Every change is one transaction: the row, the event, and the state on {@code gatehouse.trusted-addresses}. State
 * versions start at the clock, so they also increase across an end and a restore.
 *
 * <p>Entry point: {@link dev.gatehouse.iptrust.trustedaddress.TrustedAddresses}. Over HTTP:
 * {@link dev.gatehouse.iptrust.trustedaddress.TrustedAddressResource}. Uses are recorded by
 * {@link dev.gatehouse.iptrust.trustedaddress.KafkaTrustedAddresses}, those of a few seconds together, as
 * {@link dev.gatehouse.iptrust.trustedaddress.AddressUse}. It also reads what the service itself has published of trust
 * ({@link dev.gatehouse.iptrust.trustedaddress.PublishedTrust}), which matters after a restore only.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.trustedaddress;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
