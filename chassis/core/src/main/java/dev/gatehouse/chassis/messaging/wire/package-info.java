/**
 * The form in which events and states cross Kafka: CloudEvents 1.0 in binary mode, JSON values.
 *
 * <p>Attributes are Kafka headers, the value is the rest. What is absent is left out, times are RFC 3339 in UTC with
 * exactly milliseconds, enumerations go by their wire names. The mapper is apart from that of the HTTP interface,
 * because what was written is read years later. A property that a reader does not know is ignored: newer producers add
 * some.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
