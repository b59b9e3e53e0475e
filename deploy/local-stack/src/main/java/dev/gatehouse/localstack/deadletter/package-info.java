/**
 * Replaying dead letters: {@link dev.gatehouse.localstack.deadletter.ReplayCommand} publishes records again that a
 * service had set aside, after whatever was wrong with them was mended.
 * {@link dev.gatehouse.localstack.deadletter.DeadLetters} reads and publishes them. Consumers recognise what they have
 * processed, so a replay repeats no effect.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.deadletter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
