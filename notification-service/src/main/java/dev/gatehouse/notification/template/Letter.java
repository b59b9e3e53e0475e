package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.message.MailText;

/** What a notice says by mail. */
public record Letter(String subject, MailText body) {}
