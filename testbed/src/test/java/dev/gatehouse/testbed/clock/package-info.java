/** What happens by itself when time passes: each file alone, because it shortens settings that concern everybody. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.clock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
