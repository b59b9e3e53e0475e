package dev.gatehouse.notification.template;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of notification that an agent chooses among. */
@Schema(
        name = "NotificationKind",
        enumeration = {
            "login",
            "login_failed",
            "new_address",
            "admin_granted",
            "password_changed",
            "session_theft",
            "session_displaced",
            "credential_locked",
            "login_denied",
            "login_denied_alert",
            "login_campaign_alert",
            "password_change_required",
            "password_expiring"
        })
public enum NotificationKind {
    /** A login to the account succeeded. */
    LOGIN("login", Protection.OPTIONAL),
    /** Logins to the account failed; one notification counts them. */
    LOGIN_FAILED("login_failed", Protection.OPTIONAL),
    /** An address became trusted for the account. */
    NEW_ADDRESS("new_address", Protection.OPTIONAL),
    /** The account became an administrator. */
    ADMIN_GRANTED("admin_granted", Protection.OPTIONAL),
    /** The password was changed. */
    PASSWORD_CHANGED("password_changed", Protection.ALWAYS),
    /** A refresh token was used twice: it was probably stolen. */
    SESSION_THEFT("session_theft", Protection.ALWAYS),
    /** The oldest session ended, because the account had too many. */
    SESSION_DISPLACED("session_displaced", Protection.OPTIONAL),
    /** The password opens nothing any more: too many logins in a row failed. */
    CREDENTIAL_LOCKED("credential_locked", Protection.ALWAYS),
    /** The owner said that a login was not theirs. */
    LOGIN_DENIED("login_denied", Protection.ALWAYS),
    /** The same, for all administrators. */
    LOGIN_DENIED_ALERT("login_denied_alert", Protection.ALWAYS),
    /** Logins fail from many networks, for all administrators. */
    LOGIN_CAMPAIGN_ALERT("login_campaign_alert", Protection.OPTIONAL),
    /** An administrator requires a new password. */
    PASSWORD_CHANGE_REQUIRED("password_change_required", Protection.ALWAYS),
    /** The password will soon be too old. */
    PASSWORD_EXPIRING("password_expiring", Protection.OPTIONAL);

    private static final Map<String, NotificationKind> BY_WIRE_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(NotificationKind::toString, Function.identity()));

    private final String wireName;
    private final Protection protection;

    NotificationKind(String wireName, Protection protection) {
        this.wireName = wireName;
        this.protection = protection;
    }

    /** The kind with this wire name. */
    public static Optional<NotificationKind> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** Whether it protects the account itself, so that not even an administrator can switch it off. */
    public boolean isAlwaysMandatory() {
        return protection == Protection.ALWAYS;
    }

    /** Whether its mail does not wait for the hostname of the address: somebody must act on it. */
    public boolean isUrgent() {
        return this == LOGIN_DENIED || this == LOGIN_DENIED_ALERT;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }

    private enum Protection {
        OPTIONAL,
        ALWAYS
    }
}
