/**
 * Where accounts may sign in from: what ip-trust-service told us, and the decision that follows from it.
 *
 * <p>Owns copies of the trusted addresses and of the settings of IP trust, fed by
 * {@link dev.gatehouse.contracts.topic.Topic#TRUSTED_ADDRESSES} and
 * {@link dev.gatehouse.contracts.topic.Topic#SETTINGS}. Every row keeps the version it was told last and ignores what
 * is not newer; a withdrawn address leaves its version behind. Until ip-trust-service has spoken for the first time, IP
 * trust is off.
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
