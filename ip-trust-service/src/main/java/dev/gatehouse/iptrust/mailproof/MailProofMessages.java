package dev.gatehouse.iptrust.mailproof;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the mail with the code: {@code messages/mailproof_*.properties}. */
@MessageBundle("mailproof")
interface MailProofMessages {
    @Message
    String subject(String helpdesk);

    @Message
    String heading();

    @Message
    String lead(String helpdesk);

    @Message
    String code();

    @Message
    String lifetime();

    @Message
    String notYou();
}
