package dev.gatehouse.auth.refresh;

import dev.gatehouse.chassis.secret.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refresh.
 *
 * @param refreshToken absent when it comes by cookie
 * @param active whether a person did something since the last call
 */
record RefreshRequest(
        @Schema(implementation = String.class, description = "Absent when it comes by cookie") @Nullable
        Secret refreshToken,

        @Schema(description = "Whether the person did something since the last call", defaultValue = "false") @Nullable
        Boolean active) {
    static final RefreshRequest EMPTY = new RefreshRequest(null, null);
}
