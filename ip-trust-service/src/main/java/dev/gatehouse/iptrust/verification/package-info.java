/**
 * Verification of a new address: the owner of an account confirms by an e-mailed page that a login is theirs.
 *
 * <p>Owns the verification from the challenge that causes it to its end, the mail and the page, the secret of the link
 * (derived by a key from the id, stored as SHA-256 only), the match number check and the mail budget. The address that
 * becomes trusted is the address of the login, never the address of the browser that opens the link. A verification
 * never opens a session.
 *
 * <pre>
 *   pending ── right number (or same address) ──▶ approved: the address is trusted in the same transaction
 *    ├── "this wasn't me", or a third wrong number ──▶ denied
 *    └── expired ──▶ expired
 *   withheld: never mailed, because the budget is exceeded or the address cannot be trusted
 * </pre>
 *
 * <p>A second login from the same place while a link is open joins it: same link, same number, no second mail. Denying
 * is asked for twice, by a form with a box to tick, because mail scanners press the buttons of the page that they open.
 *
 * <p>GET changes nothing, because mail scanners open every link. Every end is one transaction under the row lock,
 * together with its event, so exactly one of many parallel answers has an effect. Every closed or unknown link shows
 * the same neutral page.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.iptrust.verification.KafkaVerifications} reads {@code login.challenged}
 *   <li>{@link dev.gatehouse.iptrust.verification.VerificationOpening} stores the row and schedules the mail
 *   <li>{@link dev.gatehouse.iptrust.verification.VerificationPageResource} shows the page and reads the form
 *   <li>{@link dev.gatehouse.iptrust.verification.FormGuard} rejects forms of other sites
 *   <li>{@link dev.gatehouse.iptrust.verification.Verifications} loads the row under its lock
 *   <li>{@link dev.gatehouse.iptrust.verification.VerificationPolicy} decides
 *   <li>{@link dev.gatehouse.iptrust.trustedaddress.TrustedAddresses} trusts the address and publishes it
 * </ol>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
