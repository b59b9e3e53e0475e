package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.message.MailText;

/** The content of the mail of a notification. */
public record MailContent(String subject, MailText body) {}
