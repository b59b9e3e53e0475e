package dev.gatehouse.audit.search;

import dev.gatehouse.contracts.event.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who searches, and where from. */
record Searcher(
        Actor actor, UUID sessionId, String ip, @Nullable String userAgent) {}
