/**
 * What a notification says: in the app (a title and a sentence) and by mail (subject, first sentence, facts, what to
 * do).
 *
 * <p>Owns the kinds of notification, the bundles {@code messages/notifications*.properties} in English, German and
 * Indonesian, and the forms of time and origin. Every time names its zone; an address without a believable name says
 * so.
 *
 * <p>Pure: from {@link dev.gatehouse.notification.template.NotificationFacts} and a
 * {@link dev.gatehouse.notification.template.Reader} to text, without clock or database. Text that people or programs
 * chose (a display name, a reason) is stripped of control and direction characters and cut here; making it safe for
 * HTML is the layout's part, making it safe in an app is the app's.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.template;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
