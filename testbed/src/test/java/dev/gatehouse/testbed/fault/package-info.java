/** What must hold when a part dies or is cut off: nothing lost, nothing twice, nobody in. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
