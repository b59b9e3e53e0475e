package dev.gatehouse.chassis.useragent;

import org.jspecify.annotations.Nullable;

/**
 * The program that somebody used, as far as it is told and known.
 *
 * @param browser name with major version, such as {@code Firefox 128}
 * @param system name without version, such as {@code Windows}
 */
public record ClientProgram(
        @Nullable String browser, @Nullable String system) {
    /** Nothing is known. */
    public static final ClientProgram UNKNOWN = new ClientProgram(null, null);
}
