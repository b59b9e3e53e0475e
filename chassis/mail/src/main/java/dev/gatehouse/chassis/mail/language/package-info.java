/**
 * The languages of pages and mails: English, German and Indonesian.
 *
 * <p>Owns which languages are supported, how the language of a reader is found (from an account's locale or from
 * {@code Accept-Language}), and how the message bundle of that language is chosen. Owns no text: each package keeps its
 * own bundle. Logs, problems and the audit log are not translated.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.language;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
