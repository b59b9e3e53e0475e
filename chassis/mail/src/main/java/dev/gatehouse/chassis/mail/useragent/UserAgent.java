package dev.gatehouse.chassis.mail.useragent;

import org.jspecify.annotations.Nullable;

/**
 * The program that somebody used, as far as it is told and known.
 *
 * @param browser name without version, such as {@code Firefox}
 * @param system name without version, such as {@code Windows}
 */
public record UserAgent(@Nullable String browser, @Nullable String system) {
    /** Nothing is known. */
    public static final UserAgent UNKNOWN = new UserAgent(null, null);
}
