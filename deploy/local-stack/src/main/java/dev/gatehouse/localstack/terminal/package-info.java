/**
 * The only place that writes to the terminal.
 *
 * <p>On a terminal a part's line is rewritten as its state changes; elsewhere every change is a line of its own. Colour
 * only on a terminal and never with {@code NO_COLOR}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
