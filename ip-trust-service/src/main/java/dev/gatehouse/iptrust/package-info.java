/**
 * ip-trust-service: from which addresses an agent may sign in without a verification.
 *
 * <p>Owns trusted addresses and networks, the verification of new addresses by an e-mailed page, the settings of IP
 * trust, and hostnames. It publishes events, and state on {@code gatehouse.settings},
 * {@code gatehouse.trusted-addresses} and {@code gatehouse.addresses}. It answers no login synchronously and opens no
 * session: auth-service decides from the published state whether a login needs a verification.
 *
 * <p>The flow from a challenged login to the trusted address:
 *
 * <ol>
 *   <li>{@code verification.KafkaVerifications} reads the challenge, {@code verification.VerificationOpening} stores
 *       the verification and schedules its mail
 *   <li>{@code verification.VerificationPageResource} shows the page of the mailed link and reads its form
 *   <li>{@code verification.Verifications} carries out what {@code verification.VerificationPolicy} decides
 *   <li>{@link dev.gatehouse.iptrust.trustedaddress.TrustedAddresses#trust} stores and publishes the trusted address;
 *       auth-service approves the challenge when it reads that state
 * </ol>
 *
 * <p>Entry points of the packages: {@link dev.gatehouse.iptrust.trustedaddress.TrustedAddresses},
 * {@link dev.gatehouse.iptrust.settings.Settings} (with {@link dev.gatehouse.iptrust.mailproof.MailProof}),
 * {@link dev.gatehouse.iptrust.hostname.Hostnames} (with {@link dev.gatehouse.iptrust.dns.ReverseLookup}),
 * {@link dev.gatehouse.iptrust.account.Accounts}. The packages {@code verification} and {@code network} have only HTTP
 * endpoints and consumers.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
