package dev.gatehouse.contracts.event;

/** {@code step-up.succeeded}: A person proved again who they are. */
public record StepUpSucceeded(String method) implements EventData {}
