package dev.gatehouse.auth.login.limit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an attempt is about, as it was read.
 *
 * @param accountId absent when no account of this audience has the e-mail address
 * @param passwordSetAt identifies the password; absent when there is none
 * @param trusted whether the address of the client is trusted for the account
 */
public record LimitSubject(
        @Nullable UUID accountId, @Nullable Instant passwordSetAt, boolean trusted) {}
