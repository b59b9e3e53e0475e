/**
 * Step-up: the person of a session authenticates again, before an administrative change or a change of a second factor.
 *
 * <p>Checks the password, moves {@code auth_time} of the session to now, and mints an access token that carries it. It
 * neither extends the absolute limit of the session nor changes its refresh token.
 *
 * <p>Flow: {@link dev.gatehouse.auth.login.stepup.StepUpResource} → {@link dev.gatehouse.auth.login.stepup.StepUp} →
 * {@link dev.gatehouse.auth.credential.password.PasswordHashing} →
 * {@link dev.gatehouse.auth.session.lifetime.OpenSessions#authenticated} →
 * {@link dev.gatehouse.auth.token.TokenIssuer#mint}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.stepup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
