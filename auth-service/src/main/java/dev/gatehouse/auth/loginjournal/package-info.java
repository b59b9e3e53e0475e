/**
 * What is told of sign-ins: the messages that are written in the transaction of their outcome, and the count of them.
 *
 * <p>The true reason of a refusal stands here and never in an answer. An address that no account has is told as a keyed
 * digest only, because people type passwords where an address belongs; the same address gives the same digest, so
 * repeated attempts are still recognised.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.loginjournal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
