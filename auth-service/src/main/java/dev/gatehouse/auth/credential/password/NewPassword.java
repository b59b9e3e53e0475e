package dev.gatehouse.auth.credential.password;

/**
 * A password that the policy accepted and that is about to be set.
 *
 * @param kept how many former passwords of the account are kept from now on, so that they are not used again
 */
public record NewPassword(StoredPassword hash, PasswordTraits traits, int kept) {}
