/** What must hold when a part dies or is cut off: nothing is lost, nothing happens twice, and no check is skipped. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
