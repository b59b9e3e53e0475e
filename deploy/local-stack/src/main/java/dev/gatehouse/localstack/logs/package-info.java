/**
 * Shows what the parts log: the last lines of one or of all, and what is added to them.
 *
 * <p>Reads the files in the data folder only; works whether the suite runs or not.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.logs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
