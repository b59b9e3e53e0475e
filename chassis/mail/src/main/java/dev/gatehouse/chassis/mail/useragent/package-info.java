/**
 * What a {@code User-Agent} header says about browser and system, in words a person recognises.
 *
 * <p>The header is whatever its sender likes: it is shown so that people can say "that was me", and never decides
 * anything. The public ua-parser expressions find the names; only names of a closed list are shown, and everything else
 * is unknown. So nothing that an unproven client wrote reaches a mail or a page that asks for a decision.
 *
 * <p>Versions are left out. Their digits are the client's own words, beside a field that asks for a number; and
 * browsers froze those of systems (Chromium since 101 reports Windows 10, macOS 10.15 and Android 10 for whatever
 * runs).
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.useragent;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
