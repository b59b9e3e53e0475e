package dev.gatehouse.contracts.event;

/** What is particular to one type of event; the rest stands in {@link SecurityEvent}. */
public sealed interface EventData
        permits AccessRefused,
                AccessTokenRefused,
                AccountChanged,
                AccountCreated,
                AccountDisabled,
                AccountEnabled,
                AccountErased,
                AccountUnlocked,
                AddressTrusted,
                AddressUntrusted,
                AddressVerificationApproved,
                AddressVerificationDenied,
                AddressVerificationExpired,
                AddressVerificationMailed,
                AddressVerificationRequested,
                AdminRightGranted,
                AdminRightWithdrawn,
                AuditSearched,
                BreachCheckFailed,
                ClientAddressForged,
                CredentialLocked,
                IncidentSuppressed,
                InvitationMailed,
                LoginCampaignDetected,
                LoginCampaignEnded,
                LoginChallenged,
                LoginFailed,
                LoginLimitLifted,
                LoginSucceeded,
                LoginThrottled,
                NetworkAdded,
                NetworkRemoved,
                NotificationDelivered,
                NotificationFailed,
                NotificationRetried,
                PasswordChangeRequired,
                PasswordChangeWaived,
                PasswordChanged,
                PasswordExpiring,
                RefreshTokenReused,
                SessionEnded,
                SettingsChanged,
                StepUpFailed,
                StepUpSucceeded {
    /** The type that this record is the data of. */
    default EventType type() {
        return EventType.of(getClass());
    }
}
