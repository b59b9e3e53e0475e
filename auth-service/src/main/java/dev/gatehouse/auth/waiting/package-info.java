/**
 * The long poll: a client waits for an answer to its sign-in without asking again and again.
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
package dev.gatehouse.auth.waiting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
