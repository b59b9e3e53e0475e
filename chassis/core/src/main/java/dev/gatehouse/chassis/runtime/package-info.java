/**
 * A service as a process.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.chassis.runtime.suite.SuiteConfig}: what an operator configures alike for every service
 *   <li>{@link dev.gatehouse.chassis.runtime.log.Log}: log lines
 *   <li>{@link dev.gatehouse.chassis.runtime.health}: health that tells the truth
 *   <li>{@link dev.gatehouse.chassis.runtime.kafka.KafkaSettings}: what its Kafka clients have in common
 *   <li>{@link dev.gatehouse.chassis.runtime.background.Worker}: work beside the requests
 *   <li>{@link dev.gatehouse.chassis.runtime.identifier}: time, ids and randomness, so that tests can replace them
 * </ul>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
