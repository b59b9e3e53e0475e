/**
 * Plays one login from a new address against the running suite, as a browser, a mail reader and an administrator would,
 * and prints each step with what was sent and what was seen.
 *
 * <p>Speaks only through the gateway and the mailbox; looks into no database and no topic. Makes an account of its own,
 * so it can be played again and again. The first step that does not happen ends it with one sentence.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
