package dev.gatehouse.chassis.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One rule that a request breaks.
 *
 * @param field the property as the client sent it, nested ones joined by dots; empty for the request as a whole
 * @param code stable, in kebab case
 * @param message for people; may change
 * @param parameters what a translation of the message needs, by name; absent in JSON when there are none
 */
@Schema(name = "Violation")
public record Violation(
        @Schema(examples = "displayName") String field,
        @Schema(examples = "too-long") String code,

        @Schema(examples = "must have at most 200 characters")
        String message,

        @Schema(examples = "{\"most\": 200}") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Object> parameters) {
    /** Copies. */
    public Violation {
        parameters = Map.copyOf(parameters);
    }

    /** One whose message says all. */
    public Violation(String field, String code, String message) {
        this(field, code, message, Map.of());
    }
}
