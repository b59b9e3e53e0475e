/**
 * What is tried on every service alike: hostile text on its patterns and parsers
 * ({@link dev.gatehouse.chassis.testkit.hostile.LinearTimeOfModule}), request targets that two readers could read
 * differently ({@link dev.gatehouse.chassis.testkit.hostile.RequestPaths}), records that nobody can read
 * ({@link dev.gatehouse.chassis.testkit.hostile.PoisonOfModule}), and the search for secrets in its traces
 * ({@link dev.gatehouse.chassis.testkit.hostile.TraceSilence}) and in the texts of its types
 * ({@link dev.gatehouse.chassis.testkit.hostile.SecretsOfModule}).
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.testkit.hostile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
