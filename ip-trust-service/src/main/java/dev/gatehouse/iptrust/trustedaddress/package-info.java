/**
 * Addresses that one account may sign in from without being asked, until a date.
 *
 * <p>Owns who is trusted from where, at most twenty addresses for each account (the oldest makes room), their first and
 * last use, and their end: by date, by their owner, by an administrator, by displacement, with the account. An address
 * is an exact IPv4 address or an IPv6 network of the configured length. Addresses that belong to nobody in particular
 * (private, loopback, multicast …) are refused unless configured, because they mean another person elsewhere.
 *
 * <pre>
 *   (none) ── trusted ──▶ active ── trusted again ──▶ active
 *                           └── withdrawn, displaced, expired ──▶ ended ── trusted ──▶ active
 * </pre>
 *
 * <p>Every change is the row, the event and the state (or tombstone) on {@code gatehouse.trusted-addresses} in one
 * transaction. Versions grow also across an end, because ended rows are kept for a week and begin again at the clock.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.trustedaddress;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
