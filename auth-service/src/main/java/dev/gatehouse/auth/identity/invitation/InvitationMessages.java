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
    String pageAccount();

    @Message
    String pageLabel(int minLength);

    @Message
    String pageButton();

    @Message
    String pageRefused();

    @Message
    String ruleTooShort(int minLength);

    @Message
    String ruleTooLong();

    @Message
    String ruleNeedsLowercase(int phrase);

    @Message
    String ruleNeedsUppercase(int phrase);

    @Message
    String ruleNeedsDigit(int phrase);

    @Message
    String ruleNeedsSymbol(int phrase);

    @Message
    String ruleCommon();

    @Message
    String rulePersonal();

    @Message
    String ruleTooWeak();

    @Message
    String ruleBreached();

    @Message
    String ruleUnfit();

    @Message
    String pageDoneHeading();

    @Message
    String pageDoneLead();

    @Message
    String pageGoneHeading();

    @Message
    String pageGoneLead();
}
