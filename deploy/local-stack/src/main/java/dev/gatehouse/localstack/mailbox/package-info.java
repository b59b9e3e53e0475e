/**
 * A real SMTP server that keeps every mail instead of passing it on, and shows them as a web page and as JSON.
 *
 * <p>Mails are kept as {@code .eml} files, so they survive a restart and open in any mail program. One entry per
 * recipient of the envelope. What a mail holds is foreign text: pages escape it, and HTML is shown only in a sandboxed
 * frame without scripts.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.mailbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
