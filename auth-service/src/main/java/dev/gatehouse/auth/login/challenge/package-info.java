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
 * the same id from another address, program or audience is as unknown as a made-up one. Other services know the sign-in
 * by a reference that opens nothing. The two digits shown to the client go to other services as a keyed proof only.
 *
 * <p>Every change of state is one conditional update, so it happens once. A waiting sign-in dies with the password it
 * was begun with.
 *
 * <p>Answering a waiting sign-in: asking how it stands, and collecting the session of an approved one.
 *
 * <p>A session is handed over once: of any number of clients that collect at the same moment one conditional update
 * lets one through, in the transaction that opens the session. Account and password are looked at again there, because
 * minutes may have passed since they were right.
 *
 * <p>An id that is not this client's is answered like one that never was. A collected one is closed.
 *
 * <p>The long poll: a client waits for an answer to its sign-in without asking again and again.
 *
 * <p>The database is the truth, everything else is a bell. Every replica listens to the topics on which an answer may
 * come and looks into the database when one does; another replica may be the one that writes the answer down, so for a
 * short while after a ring it looks again. It looks once more when the time is over, whether or not anything rang.
 *
 * <p>Whoever waits holds a seat and no thread, no connection and no transaction. Seats are limited; a client that goes
 * away gives its seat back at once.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.challenge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
