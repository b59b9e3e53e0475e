/**
 * What the services need that send mail and serve the pages that mails link to.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.chassis.mail.queue.MailQueue}: a mail is a row, composed when it is sent
 *   <li>{@link dev.gatehouse.chassis.mail.message.Mail}: the content of a mail, and the mail server
 *   <li>{@link dev.gatehouse.chassis.mail.page.HtmlPages}: pages without scripts
 *   <li>{@link dev.gatehouse.chassis.mail.language.Languages}: languages and message bundles
 *   <li>{@link dev.gatehouse.chassis.mail.useragent.UserAgents}: browser and system in words that people recognise
 * </ol>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
