/**
 * The settings of IP trust, as they stand, and what is published of them.
 *
 * <p>Owns the one row of settings and the state {@code ip-trust/ip-trust} on {@code gatehouse.settings}, which carries
 * the trusted networks too: whoever changes either publishes the whole anew in the same transaction, under the lock of
 * that row, so that versions grow with the commits. What has never been published is published soon after the start.
 *
 * <p>Two versions: one that administrators edit against (it does not move when a network is added), one of the state.
 *
 * <p>Does not decide who may change what, nor when a change is taken back: that is {@code settingschange}. Asks for the
 * networks by {@link dev.gatehouse.iptrust.settings.TrustedNetworks}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
