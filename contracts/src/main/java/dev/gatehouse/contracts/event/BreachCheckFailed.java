package dev.gatehouse.contracts.event;

/**
 * {@code breach-check.failed}: A new password was accepted although the list of breached passwords could not be asked.
 *
 * @param cause a stable code: {@code timeout}, {@code unreachable} or {@code bad_answer}
 */
public record BreachCheckFailed(String cause) implements EventData {}
