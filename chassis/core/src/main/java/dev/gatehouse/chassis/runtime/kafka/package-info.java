/** What the Kafka clients of a service have in common: {@link dev.gatehouse.chassis.runtime.kafka.KafkaSettings}. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.kafka;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
