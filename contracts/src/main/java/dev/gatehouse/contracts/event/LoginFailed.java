package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;
import org.jspecify.annotations.Nullable;

/**
 * {@code login.failed}: A login was rejected; the true reason is in the envelope only, never in the response.
 *
 * @param emailDigest keyed digest of what was typed where no account has it: people type passwords there
 */
public record LoginFailed(Audience audience, @Nullable String emailDigest) implements EventData {}
