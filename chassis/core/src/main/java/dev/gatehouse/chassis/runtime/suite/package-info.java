/**
 * The settings that all services of the suite have in common, in one typed place.
 *
 * <p>{@link dev.gatehouse.chassis.runtime.suite.SuiteConfig} is the entry point. It is validated when a service starts;
 * a setting that is missing or broken ends the start. Settings of one service are named
 * {@code gatehouse.<service>.<package>.<key>} and live in that package.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.suite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
