/**
 * A mail: from its content ({@link dev.gatehouse.chassis.mail.message.MailText}) to the message that the SMTP server
 * takes.
 *
 * <p>Owns the one layout of all mails (HTML with a dark scheme, and a complete text part), the headers, the guard
 * against header injection, and the classification of a failure as transient or permanent. Everything in the text is
 * escaped for HTML; there is no remote content and no image. Keeping, retrying and limiting is the work of
 * {@code dev.gatehouse.chassis.mail.queue}.
 *
 * <p>How texts are written, for mails and pages alike:
 *
 * <ul>
 *   <li>one {@code @MessageBundle("name") interface NameMessages} per package, methods with {@code @Message} and
 *       without a default text;
 *   <li>the texts in {@code messages/name_en.properties}, {@code name_de} and {@code name_id} (UTF-8, the method's name
 *       as the key, parameters as {@code {parameter}}): a missing key and an unknown parameter fail the build;
 *   <li>in Java {@link dev.gatehouse.chassis.mail.language.Languages#messages}, in a template {@code {name:key}}.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.message;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
