package dev.gatehouse.chassis.page;

import io.quarkus.qute.TemplateData;

/**
 * What {@code page/layout} shows around the body of a page.
 *
 * @param lang BCP 47
 */
@TemplateData
record PageLayout(String lang, String css, String helpdesk, String foot) {}
