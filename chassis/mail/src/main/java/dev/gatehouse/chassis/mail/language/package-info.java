/**
 * The languages of pages and mails: English, German and Indonesian.
 *
 * <p>Owns which languages there are, how the one of a reader is found (from an account's locale or from
 * {@code Accept-Language}), and how a bundle of texts is read. English is the default of every bundle, so a text that a
 * translation lacks is still a sentence.
 *
 * <p>Owns no text: each room that speaks to people keeps its bundle among its own resources. Logs, problems and the
 * audit log are not translated.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.language;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
