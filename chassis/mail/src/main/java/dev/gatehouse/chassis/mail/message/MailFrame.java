package dev.gatehouse.chassis.mail.message;

import io.quarkus.qute.TemplateData;

/**
 * What the layout says under every mail.
 *
 * @param lang BCP 47
 * @param why who sends this and why
 */
@TemplateData
record MailFrame(String lang, String why, String automatic) {}
