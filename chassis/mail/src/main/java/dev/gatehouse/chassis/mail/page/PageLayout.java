package dev.gatehouse.chassis.mail.page;

/**
 * What {@code page/layout} shows around the body of a page.
 *
 * @param lang BCP 47
 */
record PageLayout(String lang, String css, String helpdesk) {}
