/**
 * The texts of notifications, in the app (title and text) and by mail (subject, lead, facts, advice).
 *
 * <p>Entry point: {@link dev.gatehouse.notification.template.NotificationTexts}. Flow:
 * {@link dev.gatehouse.notification.template.NotificationFacts} →
 * {@link dev.gatehouse.notification.template.LocalizedNotification} →
 * {@link dev.gatehouse.notification.template.NotificationMessages} →
 * {@link dev.gatehouse.notification.template.NotificationTexts.InAppText} or
 * {@link dev.gatehouse.notification.template.NotificationTexts.MailContent}.
 *
 * <p>Owns the kinds of notification and the message bundle in English, German and Indonesian; an unknown key or
 * parameter fails the build. Every time names its zone; an address without a confirmed hostname says so. No clock and
 * no database are involved.
 *
 * <p>Text that people or clients chose (a display name, a reason) is stripped of control and direction characters and
 * shortened here. Escaping for HTML is done by the mail layout, and by the app.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.template;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
