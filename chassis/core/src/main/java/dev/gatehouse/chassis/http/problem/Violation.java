package dev.gatehouse.chassis.http.problem;

/**
 * One rule that a request breaks.
 *
 * @param field the property as the client sent it, nested ones joined by dots; empty for the request as a whole
 * @param code stable, in kebab case
 * @param message for people; may change
 */
public record Violation(String field, String code, String message) {}
