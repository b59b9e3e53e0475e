package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;

/**
 * {@code login-campaign.ended}: Few logins of strangers fail any more. The usual limits are in force again.
 *
 * @param since when the campaign was detected
 */
public record LoginCampaignEnded(Audience audience, Instant since) implements EventData {}
