package dev.gatehouse.iptrust.verification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the verification page and its mail: {@code messages/verification_*.properties}. */
@MessageBundle("verification")
interface VerificationMessages {
    @Message
    String factAccount();

    @Message
    String factAddress();

    @Message
    String factHostname();

    @Message
    String factClient();

    @Message
    String factTime();

    @Message
    String hostnameNone();

    @Message
    String clientUnknown();

    @Message
    String askHeading();

    @Message
    String askLead();

    @Message
    String sameAddress();

    @Message
    String otherAddress();

    @Message
    String warningNumber();

    @Message
    String warningSameAddress();

    @Message
    String rejectedWrongNumber();

    @Message
    String rejectedNumberMissing();

    @Message
    String rejectedOtherAddress();

    @Message
    String numberLabel();

    @Message
    String numberHint();

    @Message
    String buttonTrust();

    @Message
    String buttonDeny();

    @Message
    String passwordChange();

    @Message
    String denialHeading();

    @Message
    String denialLead();

    @Message
    String denialSessions();

    @Message
    String denialPassword();

    @Message
    String denialInformed();

    @Message
    String denialTick();

    @Message
    String denialUnconfirmed();

    @Message
    String denialButton();

    @Message
    String denialBack();

    @Message
    String approvedHeading();

    @Message
    String approvedText();

    @Message
    String approvedNext();

    @Message
    String deniedHeading();

    @Message
    String deniedText();

    @Message
    String deniedNext();

    @Message
    String closedHeading();

    @Message
    String closedText();

    @Message
    String closedNext();

    @Message
    String foreignFormHeading();

    @Message
    String foreignFormText();

    @Message
    String foreignFormNext();

    @Message
    String mailSubject(String helpdesk);

    @Message
    String mailHeading();

    @Message
    String mailLead(String helpdesk);

    @Message
    String mailButton();

    @Message
    String mailHowNumber();

    @Message
    String mailHowSameAddress();

    @Message
    String mailNotYou();
}
