package dev.gatehouse.chassis.messaging.relay;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a list of rows.
 *
 * @param acknowledged ids of the rows that all in-sync replicas have
 * @param failure why one of the others was not taken; absent if all were
 */
record Published(Set<Long> acknowledged, @Nullable Throwable failure) {}
