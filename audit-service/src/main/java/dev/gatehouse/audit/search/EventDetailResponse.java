package dev.gatehouse.audit.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event whole: what the list shows, when it arrived, and its number at its producer. */
@Schema(name = "AuditEventDetail", allOf = EventResponse.class)
record EventDetailResponse(
        @JsonUnwrapped EventResponse event,

        @Schema(description = "When it arrived here") Instant receivedAt,

        @Schema(description = "Number within its service, without gaps; null where it carried none", examples = "17")
        @Nullable
        Long sequence) {}
