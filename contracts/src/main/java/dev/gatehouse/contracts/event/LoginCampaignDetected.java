package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;

/**
 * {@code login-campaign.detected}: Logins fail from many networks where nobody is known. Strangers meet tighter limits
 * from now on.
 *
 * @param accounts how many e-mail addresses were tried in vain lately, with and without an account
 * @param networks from how many networks
 * @param windowSeconds how long lately is
 */
public record LoginCampaignDetected(Audience audience, int accounts, int networks, long windowSeconds)
        implements EventData {}
