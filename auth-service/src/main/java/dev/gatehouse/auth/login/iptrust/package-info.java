/**
 * From where accounts may log in: a copy of what ip-trust-service publishes, and the decision that follows from it.
 *
 * <p>Owns copies of the trusted addresses and of the settings of IP trust, fed by
 * {@link dev.gatehouse.contracts.topic.Topic#TRUSTED_ADDRESSES} and
 * {@link dev.gatehouse.contracts.topic.Topic#SETTINGS}. Both are replicas
 * ({@link dev.gatehouse.chassis.messaging.replica.Replica}). Until the first settings arrive, IP trust is off. Trust is
 * never a factor and never a session: it only removes the address check.
 *
 * <p>A new trust approves the pending challenges of that account from that network, in the same transaction. A denied
 * verification denies the challenge that it belongs to. Challenges are reached by the interface
 * {@link dev.gatehouse.auth.login.iptrust.PendingChallenges}.
 *
 * <p>Flow of a login: {@link dev.gatehouse.auth.login.iptrust.Trusts#of} →
 * {@link dev.gatehouse.auth.login.iptrust.Trust#decide}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.iptrust;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
