/**
 * Networks that everybody may sign in from, such as an office or a VPN.
 *
 * <p>Owns their list, their notation (canonical CIDR, not wider than /8, host bits zero) and their end by date. Every
 * change publishes the settings of IP trust anew in the same transaction, because auth-service decides by that state;
 * an expired network is ignored by everybody at its date and removed here soon after.
 *
 * <p>Answers two questions of other rooms through their ports: which networks are published, and whether an address is
 * one of the operator's own.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
