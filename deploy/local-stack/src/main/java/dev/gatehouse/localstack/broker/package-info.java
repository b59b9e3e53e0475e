/**
 * A real Kafka broker in KRaft mode, in a JVM of its own, with every topic of the suite.
 *
 * <p>The child formats its storage the first time, starts, creates the topics (a broker that makes topics by itself
 * would not compact them, so that is off) and says {@code ready} on its standard output. It ends when its standard
 * input closes, so it never outlives the stack. Sessions are short, because a killed broker must be back in a second
 * and not after the old session has run out.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.broker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
