package dev.gatehouse.audit.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a page looks like, for the OpenAPI document, which cannot name the items of a generic type. */
@Schema(name = "AuditEventPage")
record EventPageResponse(
        List<EventResponse> items,

        @Schema(examples = "eyJhIjoiMDE5MGExYjIifQ.c2lnbmVk") @Nullable
        String nextCursor) {}
