/**
 * The few HTML pages that people reach from a mail: how they look, and what their browser is allowed to do with them.
 *
 * <p>Owns the Qute layout {@code page/layout} and its style sheet: one card, light and dark, readable at 320 px and at
 * 200 % zoom, no script, nothing remote. A room's template includes it and fills {@code title} and {@code body}.
 * Classes to use in a body: {@code facts} on a {@code dl}, {@code exact} on what is compared letter by letter,
 * {@code warning} and {@code note} on a paragraph, {@code field} around a label with its input, {@code code} on the
 * input of a number, {@code choices} around the buttons, {@code safe} and {@code alarm} on a button, {@code quiet} on
 * what may be overlooked.
 *
 * <p>The style sheet is inside the page and allowed by its hash, so the content security policy needs no exception.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
