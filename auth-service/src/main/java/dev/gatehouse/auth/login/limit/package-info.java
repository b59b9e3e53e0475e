/**
 * Limits on failed logins.
 *
 * <p>Owns the counters of failures, who is throttled until when, and the limits that administrators set for each kind
 * of account. An attempt is counted before its password is checked and given back when it succeeds, in the database, so
 * that a limit is exact over all replicas. A throttled attempt costs one round trip, and no hash.
 *
 * <p>Counters: the pair of account and network, the network (an IPv4 address; an IPv6 /64, /56 and /48), the account as
 * strangers try it, and the credential. From the failure that the rule names on, each one begins a lock: 30 seconds,
 * and twice as long with every further one. Half of the failures are forgotten with every window that passes. A
 * credential forgets nothing: after 100 failures in a row it opens nothing before the password is set anew or an
 * administrator unlocks the account (NIST SP 800-63B-4, section 3.2.2).
 *
 * <p>A client at a trusted address, or on a network that opened a session of the account lately, meets its own pair and
 * the credential only: strangers cannot block the owner. A success clears its own pair and the failures in a row of its
 * credential; elsewhere it only gives back what it took.
 *
 * <p>The answer says that an attempt was throttled (429) when the caller alone caused it: by its pair or its network.
 * Otherwise it is the answer to a wrong password, for addresses with and without an account.
 *
 * <p>Passwords that are tried within sessions (step-up, change of the own password) have a counter of their own that no
 * stranger reaches: {@link dev.gatehouse.auth.login.limit.SessionConfirmations}. Refresh tokens are not counted: each
 * carries a MAC, so a guess never reaches the database.
 *
 * <p>Flow: {@link dev.gatehouse.auth.login.limit.LoginLimits} → {@link dev.gatehouse.auth.login.limit.LimitKeys} →
 * {@link dev.gatehouse.auth.login.limit.LimitPolicy} → {@link dev.gatehouse.auth.login.limit.SqlLimits};
 * {@link dev.gatehouse.auth.login.limit.ThrottledLogins} sums up what was throttled.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.limit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
