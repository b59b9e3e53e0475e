/**
 * Asking the owner of an account whether a waiting sign-in from a new address is theirs.
 *
 * <p>Owns the verification from the challenge that causes it to its end, the secret of its link (derived by a key from
 * its id, stored as SHA-256 only), the check of the match number, and the budget of mails. Trusts the address of the
 * waiting sign-in, never that of the reader of the mail, and gives nobody a session.
 *
 * <pre>
 *   pending ── right number (or same address) ──▶ approved: the address is trusted in the same transaction
 *    ├── "this wasn't me", or a third wrong number ──▶ denied
 *    ├── time over ──▶ expired
 *    └── a newer one for the same account and address ──▶ replaced
 *   withheld: never mailed, because the budget was spent or the address can never be trusted
 * </pre>
 *
 * <p>Every end is one transaction under the lock of the row with its event; of any number of answers at once exactly
 * one has an effect. Budget: three open verifications and five mails an hour for an account, ten mails an hour for the
 * network of an address.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
