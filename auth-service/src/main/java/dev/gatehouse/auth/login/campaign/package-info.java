/**
 * Detection of login campaigns: logins that fail at many accounts from many networks, each of which stays below its own
 * limit (credential stuffing, OWASP).
 *
 * <p>A scheduled job counts the e-mail addresses and the networks of strangers that failed lately, in the counters that
 * all replicas share; one replica does so in each round. Where either is at the threshold a campaign begins, and it
 * ends when both are below half of it. While it lasts, networks of strangers meet tighter limits:
 * {@link dev.gatehouse.auth.login.limit.LoginLimits} reads that with its counters. Clients at a trusted address, or on
 * a network that opened a session of the account lately, are neither counted nor concerned. A login costs no statement
 * more.
 *
 * <p>Flow: {@link dev.gatehouse.auth.login.campaign.LoginCampaignJob} →
 * {@link dev.gatehouse.auth.login.campaign.LoginCampaigns} → {@link dev.gatehouse.auth.login.campaign.CampaignPolicy}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.campaign;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
