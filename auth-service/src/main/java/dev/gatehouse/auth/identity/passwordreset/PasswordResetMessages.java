package dev.gatehouse.auth.identity.passwordreset;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the mail and the pages of a reset: {@code messages/passwordreset_*.properties}. */
@MessageBundle("passwordreset")
interface PasswordResetMessages {
    @Message
    String mailSubject(String helpdesk);

    @Message
    String mailHeading(String name);

    @Message
    String mailLead(String helpdesk);

    @Message
    String mailAddress();

    @Message
    String mailUntil();

    @Message
    String mailFrom();

    @Message
    String mailButton();

    @Message
    String mailOnce();

    @Message
    String mailNotYou();

    @Message
    String pageHeading();

    @Message
    String pageLead();

    @Message
    String pageDoneHeading();

    @Message
    String pageDoneLead();

    @Message
    String pageGoneHeading();

    @Message
    String pageGoneLead();
}
