/**
 * ip-trust-service: from where an agent may sign in without being asked.
 *
 * <p>Owns trusted addresses and networks, the verification of new addresses by an e-mailed page, the settings of all
 * that, and the host names of addresses. Tells the others by events and by state on {@code gatehouse.settings},
 * {@code gatehouse.trusted-addresses} and {@code gatehouse.addresses}; answers nobody's sign-in synchronously.
 *
 * <p>Does not sign anybody in: trusting an address lowers one barrier of one account and gives no session. Whether a
 * sign-in needs a trusted address is auth-service's decision, made from what is published here.
 *
 * <p>Packages: {@code verification} with mail and page; {@code trustedaddress} and {@code network}; {@code settings}
 * with {@code mailproof}; {@code hostname} and {@code dns}; {@code account}, the copy of the accounts; {@code mailing},
 * the mail queue.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
