package dev.gatehouse.chassis.mail.page;

import io.quarkus.qute.TemplateData;

/**
 * What {@code page/layout} shows around the body of a page.
 *
 * @param lang BCP 47
 * @param promise what the page never does; the page that does it after all says nothing of it
 */
@TemplateData
record PageLayout(String lang, String css, String helpdesk, String foot, String promise) {}
