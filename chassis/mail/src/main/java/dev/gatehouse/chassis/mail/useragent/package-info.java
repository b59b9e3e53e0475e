/**
 * What a {@code User-Agent} header says about browser and system, in words a person recognises.
 *
 * <p>The header is whatever its sender likes: it is shown so that people can say "that was me", and never decides
 * anything. Names come from the public ua-parser expressions; what those do not know is reported as unknown rather than
 * passed on, so that no text of a stranger reaches a mail or a page through this room.
 *
 * <p>Versions of systems are left out: browsers froze them (Chromium since 101 reports Windows 10, macOS 10.15 and
 * Android 10 for whatever runs), so a shown version would be wrong for most readers.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.useragent;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
