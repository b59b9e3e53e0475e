package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.language.LocalTime;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.notification.template.NotificationTexts.Reader;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The parts of the text of one notification, in one language and time zone. */
record LocalizedNotification(NotificationMessages messages, Locale locale, ZoneId zone, NotificationFacts facts) {
    static LocalizedNotification of(NotificationFacts facts, Reader reader) {
        NotificationMessages messages = Languages.messages(NotificationMessages.class, reader.locale());
        return new LocalizedNotification(messages, reader.locale(), reader.timeZone(), facts);
    }

    String title() {
        return switch (facts.kind()) {
            case LOGIN -> messages.loginTitle();
            case LOGIN_FAILED -> isOne() ? messages.loginFailedTitleOne() : messages.loginFailedTitleMany(count());
            case NEW_ADDRESS -> messages.newAddressTitle();
            case ADMIN_GRANTED -> messages.adminGrantedTitle();
            case PASSWORD_CHANGED -> messages.passwordChangedTitle();
            case SESSION_THEFT -> messages.sessionTheftTitle();
            case SESSION_DISPLACED -> messages.sessionDisplacedTitle();
            case CREDENTIAL_LOCKED -> messages.credentialLockedTitle();
            case LOGIN_DENIED -> messages.loginDeniedTitle();
            case LOGIN_DENIED_ALERT -> messages.loginDeniedAlertTitle();
            case LOGIN_CAMPAIGN_ALERT -> messages.loginCampaignAlertTitle();
            case PASSWORD_CHANGE_REQUIRED -> messages.passwordChangeRequiredTitle();
            case PASSWORD_EXPIRING -> messages.passwordExpiringTitle();
        };
    }

    String text() {
        return switch (facts.kind()) {
            case LOGIN -> messages.loginText(origin(), time(), userAgent());
            case LOGIN_FAILED ->
                isOne()
                        ? messages.loginFailedTextOne(origin(), time(), userAgent())
                        : messages.loginFailedTextMany(origin(), time(), userAgent(), count());
            case NEW_ADDRESS ->
                messages.newAddressText(facts.detail(Detail.NETWORK).orElse(""), until().orElse(""));
            case ADMIN_GRANTED ->
                until().map(messages::adminGrantedTextUntil).orElseGet(messages::adminGrantedTextForever);
            case PASSWORD_CHANGED ->
                facts.detail(Detail.BY_ANOTHER).isPresent()
                        ? messages.passwordChangedTextAnother(time())
                        : messages.passwordChangedTextSelf(time());
            case SESSION_THEFT -> messages.sessionTheftText(origin());
            case SESSION_DISPLACED -> messages.sessionDisplacedText(time());
            case CREDENTIAL_LOCKED -> messages.credentialLockedText(origin());
            case LOGIN_DENIED -> messages.loginDeniedText(origin(), time(), userAgent());
            case LOGIN_DENIED_ALERT -> messages.loginDeniedAlertText(agent(), origin(), time(), userAgent());
            case LOGIN_CAMPAIGN_ALERT -> messages.loginCampaignAlertText(time());
            case PASSWORD_CHANGE_REQUIRED -> messages.passwordChangeRequiredText(time());
            case PASSWORD_EXPIRING -> messages.passwordExpiringText(until().orElse(""));
        };
    }

    String advice() {
        return switch (facts.kind()) {
            case LOGIN -> messages.loginAdvice();
            case LOGIN_FAILED -> messages.loginFailedAdvice();
            case NEW_ADDRESS -> messages.newAddressAdvice();
            case ADMIN_GRANTED -> messages.adminGrantedAdvice();
            case PASSWORD_CHANGED -> messages.passwordChangedAdvice();
            case SESSION_THEFT -> messages.sessionTheftAdvice();
            case SESSION_DISPLACED -> messages.sessionDisplacedAdvice();
            case CREDENTIAL_LOCKED -> messages.credentialLockedAdvice();
            case LOGIN_DENIED -> messages.loginDeniedAdvice();
            case LOGIN_DENIED_ALERT -> messages.loginDeniedAlertAdvice();
            case LOGIN_CAMPAIGN_ALERT -> messages.loginCampaignAlertAdvice();
            case PASSWORD_CHANGE_REQUIRED -> messages.passwordChangeRequiredAdvice();
            case PASSWORD_EXPIRING -> messages.passwordExpiringAdvice();
        };
    }

    /** Why the reader receives it. */
    String why() {
        return facts.kind().isAlwaysMandatory() ? messages.whyMandatory() : messages.whyChosen();
    }

    String time() {
        return time(facts.occurredAt());
    }

    String count() {
        return NumberFormat.getIntegerInstance(locale).format(facts.occurrences());
    }

    /** The hostname, or the statement that there is no confirmed one. */
    String hostname() {
        return Optional.ofNullable(facts.hostname()).orElseGet(messages::hostnameNone);
    }

    /** The user agent where it stands by itself and not in a sentence. */
    String userAgentFact() {
        UserAgent userAgent = facts.userAgent();
        if (userAgent.browser() != null) {
            return userAgent();
        }
        String system = userAgent.system();
        return system == null ? messages.factUserAgentUnknown() : messages.factUserAgentSystem(system);
    }

    private String userAgent() {
        String browser = facts.userAgent().browser();
        String system = facts.userAgent().system();
        if (browser == null) {
            return system == null ? messages.userAgentUnknown() : messages.userAgentSystem(system);
        }
        return system == null ? browser : messages.userAgent(browser, system);
    }

    private String origin() {
        String ip = facts.ip();
        return ip == null ? messages.originUnknown() : messages.origin(ip, hostname());
    }

    private String agent() {
        return facts.detail(Detail.AGENT).map(PlainText::of).orElse("");
    }

    private Optional<String> until() {
        return facts.detail(Detail.UNTIL).map(Instant::parse).map(this::time);
    }

    private String time(Instant time) {
        return LocalTime.of(time, locale, zone);
    }

    private boolean isOne() {
        return facts.occurrences() == 1;
    }
}
