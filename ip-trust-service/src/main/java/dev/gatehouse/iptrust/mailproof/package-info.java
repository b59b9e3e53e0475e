/**
 * Proof that mail reaches an administrator, required before IP trust is enabled: without working mail everybody would
 * be locked out.
 *
 * <p>Owns the mailed code of six digits and its rate limits: five codes and five tries per hour and account, the tries
 * counted across codes. A code is valid for ten minutes, a proof for a day. The code is derived by a key from the id of
 * the proof and is not stored, not even as a hash. It is no login factor.
 *
 * <p>Entry point for other packages: {@link dev.gatehouse.iptrust.mailproof.MailProof#proven}. Flow:
 * {@link dev.gatehouse.iptrust.mailproof.MailProofResource}, {@link dev.gatehouse.iptrust.mailproof.MailProof},
 * {@link dev.gatehouse.iptrust.mailproof.MailProofRow} (the limits), the mail with the code of
 * {@link dev.gatehouse.iptrust.mailproof.MailProofCodes}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.mailproof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
