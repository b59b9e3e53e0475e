package dev.gatehouse.auth.identity.passwordform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the form that asks for a new password: {@code messages/passwordform_*.properties}. */
@MessageBundle("passwordform")
interface PasswordFormMessages {
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
    String ruleUnchanged();

    @Message
    String ruleUsedBefore();

    @Message
    String ruleUnfit();
}
