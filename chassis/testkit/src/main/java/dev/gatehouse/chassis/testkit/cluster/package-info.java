/**
 * A cluster of brokers for tests in which one of them dies: {@link dev.gatehouse.chassis.testkit.cluster.TwoBrokers}.
 * The stack that all tests share has one broker, because a cluster takes twice the memory and time.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.testkit.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
