package dev.gatehouse.chassis.mail.page;

import io.quarkus.qute.TemplateInstance;
import java.util.Locale;

/** A page that is ready to be shown, with the status it is shown with. */
public record HtmlPage(TemplateInstance content, Locale language, int status) {}
