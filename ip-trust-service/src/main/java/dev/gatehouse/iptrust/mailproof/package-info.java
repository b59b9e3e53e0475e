/**
 * Proof that mail reaches an administrator, asked for before IP trust is turned on: whoever turned it on without
 * working mail would lock everybody out.
 *
 * <p>Owns the mailed code of six digits and how often it may be asked for and tried: five codes and five tries an hour
 * for each account, the tries counted across codes; a code lives ten minutes, a proof a day. The code is derived by a
 * key from the id of the proof, so it stands nowhere, not even as a hash.
 *
 * <p>Proves nothing about who somebody is: it is no factor of a sign-in.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.mailproof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
