/**
 * How long sessions last, and what counts as using one.
 *
 * <p>Owns the settings of both kinds of account and the arithmetic that follows from them. A session ends when it has
 * not been used for the idle timeout, and in any case at its absolute limit; a remembered one (users only, by default)
 * has just the latter, and a longer one. With <i>require activity</i> only what a person did counts as use, so that a
 * page which polls does not stay signed in for ever.
 *
 * <p>A change of the settings meets open sessions at their next use; it does not end any by itself.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.sessionlimit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
