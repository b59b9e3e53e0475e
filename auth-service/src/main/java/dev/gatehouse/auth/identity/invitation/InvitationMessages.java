package dev.gatehouse.auth.identity.invitation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the invitation's mail and pages: {@code messages/invitation_*.properties}. */
@MessageBundle("invitation")
interface InvitationMessages {
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
