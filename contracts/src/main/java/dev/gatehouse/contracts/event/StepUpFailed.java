package dev.gatehouse.contracts.event;

/** {@code step-up.failed}: A person failed to prove again who they are. */
public record StepUpFailed(String method) implements EventData {}
