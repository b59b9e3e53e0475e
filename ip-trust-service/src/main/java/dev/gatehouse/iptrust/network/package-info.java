/**
 * Networks that every agent may sign in from, such as an office or a VPN.
 *
 * <p>Owns the list of networks, their notation (canonical CIDR, host bits zero, no wider than a site, no
 * special-purpose network) and their expiry. Every change publishes the state of IP trust in the same transaction,
 * because auth-service decides by that state. An expired network has no effect from its expiry on; the job removes it
 * soon after.
 *
 * <p>Implements two ports of other packages: {@link dev.gatehouse.iptrust.settings.TrustedNetworks} (what is published)
 * and {@link dev.gatehouse.iptrust.hostname.InternalNetworks} (whether an address is internal).
 *
 * <p>Flow: {@link dev.gatehouse.iptrust.network.NetworkResource},
 * {@link dev.gatehouse.iptrust.network.NetworkNotation}, {@link dev.gatehouse.iptrust.network.Networks},
 * {@link dev.gatehouse.iptrust.settings.Settings#publish}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
