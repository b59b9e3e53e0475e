package dev.gatehouse.contracts.event;

/** {@code password-change.waived}: An administrator lifted the requirement of a new password. */
public record PasswordChangeWaived(String reason) implements EventData {}
