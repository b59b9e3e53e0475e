/**
 * Sign-ins that wait: the right password was given, and something more is needed.
 *
 * <p>Owns the row of a waiting sign-in, and its states:
 *
 * <pre>
 *   pending ── address trusted ──▶ approved ── collected once ──▶ collected
 *      │                              │
 *      ├── denied ──▶ denied          └── time over ──▶ expired
 *      └── time over, or nobody answered ──▶ expired
 * </pre>
 *
 * <p>The id that the client gets is a bearer secret of 256 bits, stored as its hash and bound to the client that began:
 * the same id from another address, program or door is as unknown as a made-up one. Other services know the sign-in by
 * a reference that opens nothing. The two digits shown to the client go to other services as a keyed proof only.
 *
 * <p>Every change of state is one conditional update, so it happens once. A waiting sign-in dies with the password it
 * was begun with.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.challenge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
