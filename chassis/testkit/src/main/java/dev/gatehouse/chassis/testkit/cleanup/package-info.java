/**
 * Cleanup in tests: {@link dev.gatehouse.chassis.testkit.cleanup.CleanupJobsOfModule} runs every cleanup job of a
 * module over rows that are a little too old and a little too young.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.testkit.cleanup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
