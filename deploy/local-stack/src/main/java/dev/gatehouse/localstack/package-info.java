/**
 * The local stack: everything the suite needs, running for real on one machine without anything installed but a JDK.
 *
 * <p>Each package starts and watches one part ({@link dev.gatehouse.localstack.database database},
 * {@link dev.gatehouse.localstack.broker broker}, {@link dev.gatehouse.localstack.mailbox mailbox}, …); the commands
 * put them together: the whole suite for a person, or only what the services' tests need. A plain JVM program, no
 * framework; everything listens on loopback only. Not meant for production: operators bring their own database, broker
 * and mail server.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
