/** Identity: the kinds of account, the audiences of the interface, and the claims of an access token. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
