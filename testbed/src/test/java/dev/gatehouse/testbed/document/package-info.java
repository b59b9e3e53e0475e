/** The documents hold: every command in them works as it is written, and every link leads somewhere. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
