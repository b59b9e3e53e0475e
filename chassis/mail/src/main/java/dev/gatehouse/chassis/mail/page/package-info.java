/**
 * The HTML pages that people open from a mail: their layout, and the content security policy of each.
 *
 * <p>Owns {@code templates/page/layout.html} and its style sheet: one card, light and dark, readable at 320 px and at
 * 200 % zoom, no script, nothing remote. The style sheet is inside the page and allowed by its hash.
 *
 * <p>A service's page is a template that includes {@code page/layout} and fills {@code title} and {@code body}, a
 * static native method of a {@code @CheckedTemplate(basePath = "…") static final class Templates} nested in the
 * resource, and {@link dev.gatehouse.chassis.mail.page.HtmlPages#answer} with the language of the reader. Its texts are
 * a message bundle (see {@code dev.gatehouse.chassis.mail.message}).
 *
 * <p>CSS classes for a body: {@code facts} on a {@code dl}, {@code exact} on what is compared letter by letter,
 * {@code warning} and {@code note} on a paragraph, {@code field} around a label with its input, {@code code} on the
 * input of a number, {@code choices} around the buttons, {@code safe} and {@code alarm} on a button, {@code quiet} on
 * what may be overlooked.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
