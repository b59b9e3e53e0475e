/**
 * Login challenges: the password was right, and another proof is needed before a session is opened.
 *
 * <pre>
 *   pending ── address trusted ──▶ approved ── redeemed, once ──▶ redeemed
 *      │                              │
 *      ├── denied ──▶ denied          └── time over ──▶ expired
 *      └── time over, or not answered ──▶ expired
 * </pre>
 *
 * <p>A {@code password_change} challenge is approved by the answer of its own client, a new password
 * ({@link dev.gatehouse.auth.login.challenge.PasswordDemand}). An approved address verification of an account that must
 * have a new password is redeemed for that challenge instead of a session.
 *
 * <p>An open session whose client moves to an address that is not trusted meets an address verification as well
 * ({@link dev.gatehouse.auth.login.challenge.SessionAddressProof}); it opens no session, the one that was open goes on.
 *
 * <p>Invariants: the client's id is a secret of 256 bits, stored as a hash and bound to audience, place and user agent;
 * a client that has moved is told so and begins anew. Every change of state is one conditional update, so a challenge
 * is redeemed once. A challenge ends with the password it was opened with. Other services see a reference, and a keyed
 * proof of the number.
 *
 * <p>Flow: {@link dev.gatehouse.auth.login.challenge.Challenges#store} →
 * {@link dev.gatehouse.auth.login.challenge.ChallengeResource#state} →
 * {@link dev.gatehouse.auth.login.challenge.LongPoll}, woken by
 * {@link dev.gatehouse.auth.login.challenge.KafkaChallengeSignal} →
 * {@link dev.gatehouse.auth.login.challenge.PanacheChallenges#approve} →
 * {@link dev.gatehouse.auth.login.challenge.ChallengeResource#redeem} →
 * {@link dev.gatehouse.auth.login.challenge.ChallengeSteps} → {@link dev.gatehouse.auth.login.challenge.Redemption}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.challenge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
