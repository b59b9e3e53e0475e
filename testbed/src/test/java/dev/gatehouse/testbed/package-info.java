/**
 * Tests over the whole suite.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.testbed.house}: the rules that the code keeps, on what was compiled
 *   <li>{@link dev.gatehouse.testbed.suite}: the running suite, and the people and programs that use it
 *   <li>{@link dev.gatehouse.testbed.journey}: what a person sees, from end to end
 *   <li>{@link dev.gatehouse.testbed.clock}: what happens by itself when time passes
 *   <li>{@link dev.gatehouse.testbed.fault}: killed services, stopped brokers, two replicas of everything
 *   <li>{@link dev.gatehouse.testbed.document}: the commands and links of the documents
 * </ul>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
