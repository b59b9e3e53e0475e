package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.message.MailText;

/** What a notification says by mail. */
public record MailContent(String subject, MailText body) {}
