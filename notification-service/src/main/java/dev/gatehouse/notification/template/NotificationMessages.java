package dev.gatehouse.notification.template;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of notifications: {@code messages/notification_*.properties}. */
@MessageBundle("notification")
interface NotificationMessages {
    @Message
    String subject(String title, String helpdesk);

    @Message
    String origin(String ip, String hostname);

    @Message
    String originUnknown();

    @Message
    String hostnameNone();

    @Message
    String userAgent(String browser, String system);

    @Message
    String userAgentSystem(String system);

    @Message
    String userAgentUnknown();

    @Message
    String factAccount();

    @Message
    String factAddress();

    @Message
    String factHostname();

    @Message
    String factUserAgent();

    @Message
    String factUserAgentSystem(String system);

    @Message
    String factUserAgentUnknown();

    @Message
    String factTime();

    @Message
    String factCount();

    @Message
    String factReason();

    @Message
    String loginTitle();

    @Message
    String loginText(String origin, String time, String userAgent);

    @Message
    String loginAdvice();

    @Message
    String loginFailedTitleOne();

    @Message
    String loginFailedTitleMany(String count);

    @Message
    String loginFailedTextOne(String origin, String time, String userAgent);

    @Message
    String loginFailedTextMany(String origin, String time, String userAgent, String count);

    @Message
    String loginFailedAdvice();

    @Message
    String newAddressTitle();

    @Message
    String newAddressText(String network, String until);

    @Message
    String newAddressAdvice();

    @Message
    String adminGrantedTitle();

    @Message
    String adminGrantedTextForever();

    @Message
    String adminGrantedTextUntil(String until);

    @Message
    String adminGrantedAdvice();

    @Message
    String passwordChangedTitle();

    @Message
    String passwordChangedTextSelf(String time);

    @Message
    String passwordChangedTextAnother(String time);

    @Message
    String passwordChangedAdvice();

    @Message
    String sessionTheftTitle();

    @Message
    String sessionTheftText(String origin);

    @Message
    String sessionTheftAdvice();

    @Message
    String sessionDisplacedTitle();

    @Message
    String sessionDisplacedText(String time);

    @Message
    String sessionDisplacedAdvice();

    @Message
    String credentialLockedTitle();

    @Message
    String credentialLockedText(String origin);

    @Message
    String credentialLockedAdvice();

    @Message
    String loginDeniedTitle();

    @Message
    String loginDeniedText(String origin, String time, String userAgent);

    @Message
    String loginDeniedAdvice();

    @Message
    String loginDeniedAlertTitle();

    @Message
    String loginDeniedAlertText(String agent, String origin, String time, String userAgent);

    @Message
    String loginDeniedAlertAdvice();

    @Message
    String loginCampaignAlertTitle();

    @Message
    String loginCampaignAlertText(String time);

    @Message
    String loginCampaignAlertAdvice();

    @Message
    String passwordChangeRequiredTitle();

    @Message
    String passwordChangeRequiredText(String time);

    @Message
    String passwordChangeRequiredAdvice();

    @Message
    String passwordExpiringTitle();

    @Message
    String passwordExpiringText(String until);

    @Message
    String passwordExpiringAdvice();

    @Message
    String whyChosen();

    @Message
    String whyMandatory();
}
