/**
 * What every mailed link to a new password has in common: its secret and the form behind it.
 *
 * <p>Flow: {@link dev.gatehouse.auth.identity.passwordform.LinkSecrets} makes the link,
 * {@link dev.gatehouse.auth.identity.passwordform.PasswordForm} is what it shows.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.passwordform;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
