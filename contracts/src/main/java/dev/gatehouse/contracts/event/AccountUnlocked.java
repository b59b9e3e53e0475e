package dev.gatehouse.contracts.event;

/**
 * {@code account.unlocked}: An administrator deleted the failed logins of an account.
 *
 * @param limits how many limits had counted some
 */
public record AccountUnlocked(int limits) implements EventData {}
