package dev.gatehouse.contracts.event;

/**
 * {@code client-address.forged}: A peer that is no trusted proxy sent a forwarding header.
 *
 * @param claimed what the header said, cut to 200 characters and stripped of control characters; never believed
 */
public record ClientAddressForged(String header, String claimed) implements EventData {}
