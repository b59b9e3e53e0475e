package dev.gatehouse.contracts.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every type of event that the suite publishes, named {@code <noun>.<past participle>}.
 *
 * <p>A consumer that meets a type it does not know must go on: audit keeps it whole, the others skip and count it.
 */
public enum EventType {
    /** {@link LoginSucceeded}. */
    LOGIN_SUCCEEDED("login.succeeded", LoginSucceeded.class),
    /** {@link LoginFailed}. */
    LOGIN_FAILED("login.failed", LoginFailed.class),
    /** {@link LoginThrottled}. */
    LOGIN_THROTTLED("login.throttled", LoginThrottled.class),
    /** {@link LoginCampaignDetected}. */
    LOGIN_CAMPAIGN_DETECTED("login-campaign.detected", LoginCampaignDetected.class),
    /** {@link LoginCampaignEnded}. */
    LOGIN_CAMPAIGN_ENDED("login-campaign.ended", LoginCampaignEnded.class),
    /** {@link LoginLimitLifted}. */
    LOGIN_LIMIT_LIFTED("login-limit.lifted", LoginLimitLifted.class),
    /** {@link CredentialLocked}. */
    CREDENTIAL_LOCKED("credential.locked", CredentialLocked.class),
    /** {@link LoginChallenged}. */
    LOGIN_CHALLENGED("login.challenged", LoginChallenged.class),
    /** {@link SessionEnded}. */
    SESSION_ENDED("session.ended", SessionEnded.class),
    /** {@link RefreshTokenReused}. */
    REFRESH_TOKEN_REUSED("refresh-token.reused", RefreshTokenReused.class),
    /** {@link AccountCreated}. */
    ACCOUNT_CREATED("account.created", AccountCreated.class),
    /** {@link InvitationMailed}. */
    INVITATION_MAILED("invitation.mailed", InvitationMailed.class),
    /** {@link AccountChanged}. */
    ACCOUNT_CHANGED("account.changed", AccountChanged.class),
    /** {@link AccountDisabled}. */
    ACCOUNT_DISABLED("account.disabled", AccountDisabled.class),
    /** {@link AccountEnabled}. */
    ACCOUNT_ENABLED("account.enabled", AccountEnabled.class),
    /** {@link AccountUnlocked}. */
    ACCOUNT_UNLOCKED("account.unlocked", AccountUnlocked.class),
    /** {@link AccountErased}. */
    ACCOUNT_ERASED("account.erased", AccountErased.class),
    /** {@link PasswordChanged}. */
    PASSWORD_CHANGED("password.changed", PasswordChanged.class),
    /** {@link PasswordChangeRequired}. */
    PASSWORD_CHANGE_REQUIRED("password-change.required", PasswordChangeRequired.class),
    /** {@link PasswordChangeWaived}. */
    PASSWORD_CHANGE_WAIVED("password-change.waived", PasswordChangeWaived.class),
    /** {@link AdminRightGranted}. */
    ADMIN_RIGHT_GRANTED("admin-right.granted", AdminRightGranted.class),
    /** {@link AdminRightWithdrawn}. */
    ADMIN_RIGHT_WITHDRAWN("admin-right.withdrawn", AdminRightWithdrawn.class),
    /** {@link StepUpSucceeded}. */
    STEP_UP_SUCCEEDED("step-up.succeeded", StepUpSucceeded.class),
    /** {@link StepUpFailed}. */
    STEP_UP_FAILED("step-up.failed", StepUpFailed.class),
    /** {@link SettingsChanged}. */
    SETTINGS_CHANGED("settings.changed", SettingsChanged.class),
    /** {@link AddressVerificationRequested}. */
    ADDRESS_VERIFICATION_REQUESTED("address-verification.requested", AddressVerificationRequested.class),
    /** {@link AddressVerificationMailed}. */
    ADDRESS_VERIFICATION_MAILED("address-verification.mailed", AddressVerificationMailed.class),
    /** {@link AddressVerificationApproved}. */
    ADDRESS_VERIFICATION_APPROVED("address-verification.approved", AddressVerificationApproved.class),
    /** {@link AddressVerificationDenied}. */
    ADDRESS_VERIFICATION_DENIED("address-verification.denied", AddressVerificationDenied.class),
    /** {@link AddressVerificationExpired}. */
    ADDRESS_VERIFICATION_EXPIRED("address-verification.expired", AddressVerificationExpired.class),
    /** {@link AddressTrusted}. */
    ADDRESS_TRUSTED("address.trusted", AddressTrusted.class),
    /** {@link AddressUntrusted}. */
    ADDRESS_UNTRUSTED("address.untrusted", AddressUntrusted.class),
    /** {@link NetworkAdded}. */
    NETWORK_ADDED("network.added", NetworkAdded.class),
    /** {@link NetworkRemoved}. */
    NETWORK_REMOVED("network.removed", NetworkRemoved.class),
    /** {@link AccessRefused}. */
    ACCESS_REFUSED("access.refused", AccessRefused.class),
    /** {@link AccessTokenRefused}. */
    ACCESS_TOKEN_REFUSED("access-token.refused", AccessTokenRefused.class),
    /** {@link ClientAddressForged}. */
    CLIENT_ADDRESS_FORGED("client-address.forged", ClientAddressForged.class),
    /** {@link NotificationDelivered}. */
    NOTIFICATION_DELIVERED("notification.delivered", NotificationDelivered.class),
    /** {@link NotificationFailed}. */
    NOTIFICATION_FAILED("notification.failed", NotificationFailed.class),
    /** {@link NotificationRetried}. */
    NOTIFICATION_RETRIED("notification.retried", NotificationRetried.class),
    /** {@link AuditSearched}. */
    AUDIT_SEARCHED("audit.searched", AuditSearched.class),
    /** {@link IncidentSuppressed}. */
    INCIDENT_SUPPRESSED("incident.suppressed", IncidentSuppressed.class),
    /** {@link PasswordExpiring}. */
    PASSWORD_EXPIRING("password.expiring", PasswordExpiring.class),
    /** {@link BreachCheckFailed}. */
    BREACH_CHECK_FAILED("breach-check.failed", BreachCheckFailed.class);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<? extends EventData>, EventType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::dataClass, Function.identity()));

    private final String wireName;
    private final Class<? extends EventData> dataClass;

    EventType(String wireName, Class<? extends EventData> dataClass) {
        this.wireName = wireName;
        this.dataClass = dataClass;
    }

    /** The type with this wire name; empty for one that this version does not know. */
    public static Optional<EventType> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    static EventType of(Class<? extends EventData> dataClass) {
        EventType type = BY_CLASS.get(dataClass);
        if (type == null) {
            throw new IllegalStateException("No event type is declared for " + dataClass.getName());
        }
        return type;
    }

    /** The CloudEvents type. */
    public String wireName() {
        return wireName;
    }

    /** The record that holds what is particular to it. */
    public Class<? extends EventData> dataClass() {
        return dataClass;
    }

    /** The CloudEvents {@code dataschema} of the newest published version. */
    public String schema() {
        return "urn:gatehouse:event:" + wireName + ":1";
    }

    /** The wire name. */
    @Override
    public String toString() {
        return wireName;
    }
}
