package dev.gatehouse.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives the values that all interfaces share their example in the OpenAPI document: ids and times; and the names of
 * constants the form in which they are sent, which is in lower case.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedValues implements OASFilter {
    private static final Map<String, String> EXAMPLES =
            Map.of("UUID", "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", "Instant", "2026-11-01T08:30:00.000Z");

    /** Keeps no state. */
    public DocumentedValues() {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().forEach(DocumentedValues::complete);
        }
    }

    private static void complete(String name, Schema schema) {
        String example = EXAMPLES.get(name);
        if (example != null) {
            schema.setExamples(List.of(example));
        }
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .map(value -> value instanceof String constant ? constant.toLowerCase(Locale.ROOT) : value)
                    .toList());
        }
    }
}
