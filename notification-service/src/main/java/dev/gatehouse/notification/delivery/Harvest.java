package dev.gatehouse.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of looking for work.
 *
 * @param claim the mail that was claimed, if any
 * @param nextDueAt when the next one is due; in the past when that could have been claimed too
 */
public record Harvest(Optional<Claim> claim, Optional<Instant> nextDueAt) {}
