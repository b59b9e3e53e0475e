/**
 * Where accounts may sign in from: copies of what ip-trust-service published, and the decision that follows from them.
 *
 * <p>Owns copies of the trusted addresses and of the settings of IP trust, fed by
 * {@link dev.gatehouse.contracts.topic.Topic#TRUSTED_ADDRESSES} and
 * {@link dev.gatehouse.contracts.topic.Topic#SETTINGS}. Both are replicas
 * ({@link dev.gatehouse.chassis.messaging.replica.Replica}): the newest version wins, and ended trust keeps its
 * version. Until the first settings have arrived, IP trust is off.
 *
 * <p>A new trust approves the sign-ins that wait for it, in the same transaction: those of that account from that
 * network and no others. A denied verification denies the sign-in it was made for. The waiting sign-ins themselves are
 * the port {@link dev.gatehouse.auth.login.iptrust.WaitingSignIns}.
 *
 * <p>Trust lowers the barrier of the address and nothing else: it is never a factor and never a session.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.iptrust;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
