/**
 * Where people report a weakness: the security.txt of the origin (RFC 9116), when the operator names a contact.
 *
 * <p>{@link dev.gatehouse.auth.securitycontact.SecurityContactConfig} →
 * {@link dev.gatehouse.auth.securitycontact.SecurityTxt} →
 * {@link dev.gatehouse.auth.securitycontact.SecurityTxtResource}.
 *
 * <p>Invariants: nothing is served without a contact; a contact that nobody could use stops the start with a sentence;
 * the text never says that it is out of date.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.securitycontact;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
