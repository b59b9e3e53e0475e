package dev.gatehouse.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is owed.
 *
 * @param oldest when the oldest mail of it was made; absent when there is none
 */
public record Backlog(long mails, @Nullable Instant oldest) {}
