/**
 * The topics as the broker has them: {@link dev.gatehouse.chassis.messaging.topic.TopicCheck} asks,
 * {@link dev.gatehouse.chassis.messaging.topic.TopicPolicy} decides what is wrong.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.topic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
