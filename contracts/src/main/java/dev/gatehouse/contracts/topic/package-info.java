/**
 * The Kafka topics of the suite: names, kinds, and the broker settings each one needs.
 *
 * <p>Topics are created on purpose (by the local stack, the Helm chart or the operator), never by a first write: a
 * topic that the broker makes by itself would not be compacted. Services may refer to topics only by
 * {@link dev.gatehouse.contracts.topic.Topic}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts.topic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
