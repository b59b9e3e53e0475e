package dev.gatehouse.contracts.event;

/** {@code address.untrusted}: An account may no longer sign in from this network without verification. */
public record AddressUntrusted(String network, UntrustReason why) implements EventData {}
