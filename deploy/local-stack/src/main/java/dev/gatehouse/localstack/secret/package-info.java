/**
 * Secrets that the stack makes up for itself: readable by the owner only, the same after every restart.
 *
 * <p>Made with the platform's secure random generator. They protect nothing but a developer's own machine, and are
 * still never printed, except the first administrator's password, which a person needs.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.secret;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
