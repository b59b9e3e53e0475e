/**
 * What tests of all modules need: real database, broker and mailbox, and a view of each from outside.
 *
 * <p>{@link dev.gatehouse.chassis.testkit.GatehouseStack} starts them once per test process and gives the service its
 * settings; {@link dev.gatehouse.chassis.testkit.StackEnds} looks into them. They end with the test process and keep
 * nothing.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.testkit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
