/**
 * The catalogue of problem types (RFC 9457) that the suite's HTTP interfaces answer with.
 *
 * <p>A problem type is part of the interface: its slug, status and title never change their meaning.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
