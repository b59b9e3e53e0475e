package dev.gatehouse.chassis.mail.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the mail layout: {@code messages/mail_*.properties}. */
@MessageBundle("mail")
interface MailMessages {
    /** Who sends the mail and why. */
    @Message
    String why(String helpdesk, String origin);

    /** Replies are not read. */
    @Message
    String automatic();
}
