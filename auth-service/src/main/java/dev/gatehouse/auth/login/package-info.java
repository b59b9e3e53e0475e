/**
 * The area of the login: from credentials to a session.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.login.password.LoginResource}: {@code POST /sessions}, by password.
 *   <li>{@link dev.gatehouse.auth.login.limit.LoginLimits}: counts the attempt, or throttles it.
 *   <li>{@link dev.gatehouse.auth.login.campaign.LoginCampaigns}: whether logins fail from many networks.
 *   <li>{@link dev.gatehouse.auth.login.iptrust.Trust}: whether the address must be verified first.
 *   <li>{@link dev.gatehouse.auth.login.challenge.ChallengeResource}: the state of a challenge, and its redemption.
 *   <li>{@link dev.gatehouse.auth.login.stepup.StepUpResource}: authentication again within a session.
 * </ol>
 *
 * <p>Depends on the areas {@link dev.gatehouse.auth.identity}, {@link dev.gatehouse.auth.credential},
 * {@link dev.gatehouse.auth.session} and {@link dev.gatehouse.auth.token}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
