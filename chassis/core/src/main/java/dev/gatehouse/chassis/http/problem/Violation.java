package dev.gatehouse.chassis.http.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One rule that a request breaks.
 *
 * @param field the property as the client sent it, nested ones joined by dots; empty for the request as a whole
 * @param code stable, in kebab case
 * @param message for people; may change
 */
@Schema(name = "Violation")
public record Violation(
        @Schema(examples = "displayName") String field,
        @Schema(examples = "too-long") String code,

        @Schema(examples = "must have at most 200 characters")
        String message) {}
