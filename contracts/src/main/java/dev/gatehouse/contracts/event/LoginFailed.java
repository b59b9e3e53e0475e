package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;
import org.jspecify.annotations.Nullable;

/**
 * {@code login.failed}: A sign-in was refused; the true reason stands in the envelope only, never in the answer.
 *
 * @param emailDigest keyed digest of what was typed where no account has it: people type passwords there
 */
public record LoginFailed(Audience audience, @Nullable String emailDigest) implements EventData {}
