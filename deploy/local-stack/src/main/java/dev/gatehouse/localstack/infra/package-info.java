/**
 * What the services need around them in tests: database, broker and mailbox on free ports, gone when the caller is.
 *
 * <p>Prints one JSON line with the addresses and ends when standard input closes; nothing else may ever go to standard
 * output. What an earlier run left behind (killed before it could clean up) is swept at the next start.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.infra;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
