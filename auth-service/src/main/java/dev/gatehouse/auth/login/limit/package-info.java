/**
 * Limits on failed logins.
 *
 * <p>Owns the counters of failures, who is throttled until when, and the limits that administrators set for each kind
 * of account. An attempt is counted before its password is checked, in a transaction of its own, so that a limit is
 * exact over all replicas; it is given back in the transaction that carries out its success. A throttled attempt costs
 * no hash, and one statement. In the first three seconds of a lock it waits for the attempts that began the lock, since
 * a right password among them ends it: a plain read every quarter of a second.
 *
 * <p>Counters: the pair of account and network, the network (an IPv4 address; an IPv6 /64, /56 and /48), the account as
 * strangers try it, and the credential. From the failure that the rule names on, each one begins a lock: 30 seconds,
 * and twice as long with every further one. An IPv4 address or a /64 is locked too when half as many accounts were
 * tried from there in vain. Half of the failures are forgotten with every window that passes. A credential forgets
 * nothing: after 100 failures in a row it opens nothing before the password is set anew or an administrator unlocks the
 * account (NIST SP 800-63B-4, section 3.2.2).
 *
 * <p>A client at a trusted address, or on a network that opened a session of the account lately, meets its own pair and
 * the credential only: strangers cannot block the owner. A success clears its own pair and the failures in a row of its
 * credential; elsewhere it only gives back what it took.
 *
 * <p>While logins of strangers fail from many networks ({@link dev.gatehouse.auth.login.campaign.LoginCampaigns}), a
 * network is allowed a quarter of the failures, and they are forgotten four times as slowly.
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
