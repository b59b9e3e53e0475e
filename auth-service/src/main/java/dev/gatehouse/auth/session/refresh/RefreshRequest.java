package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.chassis.security.secret.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refresh.
 *
 * @param refreshToken absent when it comes by cookie
 * @param active whether a person did something since the last call
 */
record RefreshRequest(
        @Schema(
                implementation = String.class,
                description = "Absent when it comes by cookie",
                examples = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b.Zm9yLXRoZS1leGFtcGxlLW9ubHk")
        @Nullable
        Secret refreshToken,

        @Schema(description = "Whether the person did something since the last call", defaultValue = "false") @Nullable
        Boolean active) {
    static final RefreshRequest EMPTY = new RefreshRequest(null, null);
}
