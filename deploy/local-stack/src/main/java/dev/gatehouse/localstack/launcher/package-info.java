/**
 * Runs the whole suite: knows its parts and their order, and offers {@code up}, {@code down} and {@code status}.
 *
 * <p>Database, broker and the services are processes of their own; mailbox and gateway live in the launcher's. Services
 * start once database and broker are ready, the gateway last; everything ends in the opposite order. Nothing is started
 * when a port is taken, and nothing is ended that is not certainly ours.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.launcher;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
