/**
 * What the services need around them in tests: database, broker and mailbox on free ports, which keep nothing.
 *
 * <p>{@link dev.gatehouse.localstack.testing.TestStackCommand} prints one JSON line with the addresses and ends when
 * standard input closes, or with the process that it accompanies: a Maven build shares one stack among all its test
 * processes. Nothing else may ever be written to standard output. What an earlier run left behind, because it was
 * killed before it could clean up, is removed at the next start.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
